import { addDays, instantAt } from "@shared/core/dates";
import type { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import { today, type Clock } from "@server/core/clock";
import { toGeoPoint } from "@server/core/geo-point";
import { buildMealPoint } from "@server/domains/build-out/build-out.builders";
import { followMealPoint } from "@server/domains/build-out/care-point-of-meal-point";
import { findMealPoint } from "@server/domains/build-out/meal-points.queries";
import { moveMealPoint } from "@server/domains/build-out/move-meal-point";
import { countiesOf, programmeOf } from "@server/domains/build-out/programme";
import { publishBatch } from "@server/domains/build-out/publish-batch";
import { splitTarget } from "@server/domains/build-out/split-target";
import { findRegion, listSubtree, openedPacks, type PlacedRegion } from "@server/domains/regions/index";
import { DEMO_OFFICE, demoPersonId } from "./demo-people";
import { placeNear } from "./place-near";

/** What becomes of the points of a county, in turn: of the office that the demo shows one of everything, elsewhere less. */
const SHOWN: readonly MealPointState[] = [
  "proposed",
  "proposed",
  "surveyed",
  "surveyed",
  "verified",
  "built",
  "plated",
  "plated",
  "rejected",
  "published",
  "operating",
  "operating",
  "operating",
  "suspended",
  "closed",
];
const ELSEWHERE: readonly MealPointState[] = ["operating", "plated", "surveyed", "published", "built", "operating"];
const NAMES = [
  "向阳",
  "和顺",
  "安康",
  "长乐",
  "幸福里",
  "泉水",
  "槐荫",
  "永宁",
  "梅园",
  "东升",
  "康宁",
  "清源",
  "望春",
];
/** From the middle of the county: the places that the demo tells one by one stay the nearest to those who live there. */
const AWAY_METRES = 2_600;

/**
 * Writes meal points on their way in each city that set itself a target of them, in every state, and how the target was
 * split; each goes its way through the same acts as any other. What stands is kept.
 */
export async function buildDemoBuildOut({ clock }: { readonly clock: Clock }): Promise<void> {
  for (const { city: pack } of openedPacks()) {
    const city = await findRegion(pack.id);
    const programme = city && programmeOf(city);
    if (!programme) continue;
    const counties = countiesOf(city);
    const each = Math.floor(programme.value / counties.length);
    const shares = counties.map(({ id: regionId }, place) => ({
      regionId,
      value: place === 0 ? programme.value - each * (counties.length - 1) : each,
    }));
    const by = demoPersonId("city-officer");
    await splitTarget({ clock: daysAgo(clock, 130) }, { city, shares, actorId: by, key: "demo-split" });
    for (const [turn, { id }] of counties.entries()) await buildCounty(clock, { countyId: id, turn });
  }
}

/** The same clock, so many days ago at ten in the morning. */
const daysAgo = (clock: Clock, days: number): Clock => {
  const at = instantAt({ date: addDays(today(clock), -days), time: "10:05" });
  return { now: () => at };
};

interface County {
  readonly countyId: string;
  readonly turn: number;
}

async function buildCounty(clock: Clock, { countyId, turn }: County): Promise<void> {
  const county = await findRegion(countyId);
  if (!county) return;
  const isShown = countyId === DEMO_OFFICE;
  const states = isShown ? SHOWN : ELSEWHERE.slice(0, 2 + (turn % 5));
  const officers = isShown
    ? ([demoPersonId("officer"), demoPersonId("second-officer")] as const)
    : ([`demo-officer-${countyId}`, `demo-second-officer-${countyId}`] as const);
  const communities = (await listSubtree(county)).filter(({ isCommunity }) => isCommunity);
  const ids: Publishing["ids"][number][] = [];
  for (const [place, state] of states.entries()) {
    const region = communities[place % Math.max(1, communities.length)] ?? county;
    ids.push({ id: await buildPoint(clock, { county, region, state, place, turn, officers }), state });
  }
  await publish(clock, { countyId, by: officers[0], ids });
  for (const { id } of ids) await followMealPoint({ clock }, id);
}

interface Point {
  readonly county: PlacedRegion;
  readonly region: PlacedRegion;
  readonly state: MealPointState;
  readonly place: number;
  readonly turn: number;
  readonly officers: readonly [string, string];
}

const isPublic = (state: MealPointState): boolean => ["published", "operating", "suspended", "closed"].includes(state);

async function buildPoint(clock: Clock, { county, region, state, place, turn, officers }: Point): Promise<string> {
  const middle = county.position ?? { latitude: 0, longitude: 0 };
  const name = `${NAMES[(turn * 3 + place) % NAMES.length] ?? ""}助餐点`;
  const isOnTheWay = state === "proposed" || state === "surveyed" || state === "verified";
  const { _id } = await buildMealPoint({
    _id: `demo-${county.id}-meal-point-${place + 1}`,
    regionId: region.id,
    name,
    address: `${region.name}（演示地址）`,
    proposal: "周围老人多，去最近的食堂要走很久",
    // What everybody finds was published in a batch, below.
    state: isPublic(state) ? "plated" : state,
    proposedOn: addDays(today(clock), isOnTheWay ? -(8 + place) : -120),
    daysBetweenActs: isOnTheWay ? 2 : 12,
    officers,
    position: toGeoPoint(placeNear({ from: middle, metres: AWAY_METRES + place * 140, turn: turn * 5 + place })),
    plaqueNumber: `演示-${String(turn * 100 + place + 1).padStart(4, "0")}`,
    survey: {
      phone: `0000-${String(7_000_000 + turn * 100 + place)}`,
      eldersWithin: { count: 90 + ((turn * 37 + place * 53) % 240), source: "社区花名册（演示）" },
    },
    isDemo: true,
  });
  return _id;
}

const STEMS = { start_operating: "start-operating", suspend: "suspend-meal-point", close: "close-meal-point" } as const;

interface Publishing {
  readonly countyId: string;
  readonly by: string;
  readonly ids: readonly { readonly id: string; readonly state: MealPointState }[];
}

async function publish(clock: Clock, { countyId, by, ids }: Publishing): Promise<void> {
  const published = ids.filter(({ state }) => isPublic(state));
  if (published.length === 0) return;
  const batch = { countyId, name: "第一批", mealPointIds: published.map(({ id }) => id), actorId: by };
  await publishBatch({ clock: daysAgo(clock, 20) }, { ...batch, key: "demo-first-batch" });
  for (const { id, state } of published) {
    const step = async (days: number, act: keyof typeof STEMS, reason?: string) => {
      const mealPoint = await findMealPoint(id);
      const key = `demo-${act}-${id}`;
      if (!mealPoint) return;
      await moveMealPoint(
        { clock: daysAgo(clock, days) },
        { mealPoint, actorId: by, key, act, stem: STEMS[act], reason },
      );
    };
    if (state !== "published") await step(15, "start_operating");
    if (state === "suspended") await step(5, "suspend", "厨房修水管，月底恢复");
    if (state === "closed") await step(3, "close", "房东收回房子");
  }
}
