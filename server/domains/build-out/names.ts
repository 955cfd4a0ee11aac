import { findKnownPeople } from "@server/domains/accounts/index";
import { findRegion, packOf, type PlacedRegion } from "@server/domains/regions/index";
import type { MealPointDocument } from "./meal-point.model";

/** How a point's places and whoever's turn it is are called. */
export interface MealPointNames {
  readonly county: string;
  /** Below the county; the county where it stands in no part of it. */
  readonly place: string;
  readonly turnOf: string;
}

type Placed = Pick<MealPointDocument, "regionId" | "countyId" | "cityId" | "owner">;

/** Regions are mostly known without a command. */
export async function namesOf({ regionId, countyId, cityId, owner }: Placed): Promise<MealPointNames> {
  const region = (await findRegion(regionId)) ?? (await findRegion(countyId));
  if (!region) return { county: countyId, place: countyId, turnOf: owner.id };
  const { path } = region;
  const depth = path.findIndex(({ id }) => id === countyId);
  const county = path[depth]?.name ?? countyId;
  const place = path
    .slice(depth + 1)
    .map(({ name }) => name)
    .join(" ");
  const isTheCitys = owner.type === "city" && owner.id === cityId;
  return { county, place: place || county, turnOf: officeOf(region, isTheCitys ? 0 : depth) };
}

/** "红旗区民政局"; a pack whose office is called after its level says the level's own name there. */
function officeOf(region: PlacedRegion, depth: number): string {
  const { city, offices } = packOf(region);
  const [level, place] = [city.levels[depth]?.name ?? "", region.path[depth]?.name ?? ""];
  const office = offices.offices.find((one) => one.level === level && one.side === "elders")?.name ?? "";
  if (office === "") return place;
  return office.startsWith(level) ? `${place}${office.slice(level.length)}` : `${place} ${office}`;
}

/** What people want to be called, by their ids; who has left has no name. One command. */
export async function peopleOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string | null>> {
  const known = await findKnownPeople(ids.filter((id) => id !== null));
  return new Map([...known].map(([id, { preferredName }]) => [id, preferredName]));
}

/** Everybody whom a point's page names. */
export const namedIn = ({ timeline, survey, firstYesBy }: MealPointDocument): (string | null)[] => [
  ...timeline.map(({ by }) => by),
  survey?.by ?? null,
  firstYesBy,
];
