import { packOf, type PlacedRegion, type Target } from "@server/domains/regions/index";

/** What a city set itself to build. */
export interface Programme {
  readonly indicator: string;
  readonly period: string | null;
  readonly value: number;
  /** By when, as the paper says it first; null where it says none. */
  readonly due: string | null;
  /** The paper's label and title. */
  readonly source: string;
}

/** A city's target of meal points: what its pack wants counted against a target of that kind. Null where there is none. */
export function programmeOf(city: Pick<PlacedRegion, "cityId">): Programme | null {
  const { requirements, targets, papers } = packOf(city);
  const wanted = requirements.find(
    ({ measure, kinds }) => measure === "count_to_target" && kinds.includes("meal_point"),
  );
  const target = targets
    .filter(({ indicator, regionId, goal }) => indicator === wanted?.indicator && regionId === undefined && goal)
    .sort((a, b) => (b.period ?? "").localeCompare(a.period ?? ""))[0];
  return target ? present(target, papers) : null;
}

function present({ indicator, period, goal, source }: Target, papers: ReturnType<typeof packOf>["papers"]) {
  if (!goal) return null;
  return {
    indicator,
    period: period ?? null,
    value: goal.value,
    due: goal.stated.find(({ due }) => due !== undefined)?.due ?? null,
    source: papers.find(({ label }) => label === source)?.title ?? source,
  };
}

/** The counties of a city, as its pack lists them; the city itself where it is its own district. */
export function countiesOf(city: PlacedRegion): readonly { readonly id: string; readonly name: string }[] {
  const { city: plan, regions } = packOf(city);
  const level = plan.levels.findIndex(({ role }) => role === "district");
  if (level === 0) return [{ id: city.id, name: city.name }];
  const above = new Map(regions.map(({ id, parentId }) => [id, parentId]));
  const levelOf = (id: string): number => (id === city.id ? 0 : 1 + levelOf(above.get(id) ?? city.id));
  return regions.filter(({ id }) => levelOf(id) === level).map(({ id, name }) => ({ id, name }));
}

/** Whether a region is the whole of a city. */
export const isCity = ({ id, cityId }: Pick<PlacedRegion, "id" | "cityId">): boolean => id === cityId;
