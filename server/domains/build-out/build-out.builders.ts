import { addDays, instantAt } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import type { CaseStep } from "@server/core/cases/case.model";
import type { GeoPoint } from "@server/core/geo-point";
import { newId } from "@server/core/ids";
import { everyDay } from "@server/domains/care-points/index";
import { buildCommunity, districtOf, findRegion } from "@server/domains/regions/index";
import { mealPointMachine, type MealPointAct } from "./meal-point.machine";
import { MealPointModel, type MealPointDocument, type SurveyRecord } from "./meal-point.model";
import { dueOf } from "./move-meal-point";

type Facts = Pick<MealPointDocument, "name" | "address" | "proposal" | "batchId" | "batchName" | "isDemo" | "clash">;

interface BuildMealPoint extends Partial<Facts> {
  readonly _id?: string;
  readonly regionId?: string;
  readonly state?: MealPointState;
  /** When it was proposed; each further act takes place some days later. */
  readonly proposedOn?: ServiceDate;
  readonly daysBetweenActs?: number;
  /** Who does everything, and who says the second yes. */
  readonly officers?: readonly [first: string, second: string];
  readonly survey?: Partial<SurveyRecord>;
  readonly position?: GeoPoint;
  readonly plaqueNumber?: string;
}

const SURVEYED: readonly MealPointAct[] = ["survey", "pass_survey"];
const VERIFIED: readonly MealPointAct[] = [...SURVEYED, "agree", "verify"];
const PUBLISHED: readonly MealPointAct[] = [...VERIFIED, "mark_built", "plate", "publish"];

/** The shortest way to each state. */
const ways: Readonly<Record<MealPointState, readonly MealPointAct[]>> = {
  proposed: [],
  surveyed: SURVEYED,
  verified: VERIFIED,
  rejected: [...SURVEYED, "reject"],
  built: [...VERIFIED, "mark_built"],
  plated: [...VERIFIED, "mark_built", "plate"],
  published: PUBLISHED,
  operating: [...PUBLISHED, "start_operating"],
  suspended: [...PUBLISHED, "start_operating", "suspend"],
  closed: [...PUBLISHED, "start_operating", "close"],
};

const REASONED: ReadonlySet<string> = new Set(["reject", "suspend", "close"]);

/**
 * Writes a meal point as if it had gone its way to a state, by default proposed in 春风社区; one that stands is kept.
 * Its entry is the relay's to make, as for any other.
 * @throws Error when the region lies in no county
 */
export async function buildMealPoint(overrides: BuildMealPoint = {}): Promise<MealPointDocument> {
  const { survey, position, plaqueNumber, proposedOn, daysBetweenActs, officers, ...facts } = chosenOf(overrides);
  const { _id = newId(), regionId = (await buildCommunity())._id, state = "proposed" } = facts;
  const region = await findRegion(regionId);
  const countyId = region && districtOf(region);
  if (!countyId) throw new Error(`no county above ${regionId}`);
  const timeline = timelineTo({ _id, state, proposedOn, daysBetweenActs, officers });
  const isPlated = ways[state].includes("plate");
  const reached = timeline.at(-1)?.at.getTime() ?? 0;
  const mealPoint: MealPointDocument = {
    name: "春风助餐点",
    address: "春风街 20 号",
    proposal: "周围老人多，离食堂远",
    clash: null,
    batchId: null,
    batchName: null,
    isDemo: false,
    ...facts,
    _id,
    state,
    owner: { type: "district", id: countyId },
    openedOn: proposedOn,
    dueOn: dueOf(state, reached),
    timeline,
    cityId: region.cityId,
    countyId,
    regionId,
    firstYesBy: null,
    escalatedOn: null,
    plaqueNumber: isPlated ? (plaqueNumber ?? plaqueOf(_id)) : null,
    survey: state === "proposed" && !survey ? null : { ...surveyOf(officers[0], timeline), ...survey },
    ...(state === "proposed" && !survey && !position ? {} : { position: position ?? MIDDLE }),
  };
  const { _id: _, ...rest } = mealPoint;
  await MealPointModel.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
  return mealPoint;
}

const MIDDLE: GeoPoint = { type: "Point", coordinates: [113.882, 35.302] };

/** Letters and digits alone, as a plaque has them. */
const plaqueOf = (id: string): string =>
  `演示-${id
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(-12)
    .toUpperCase()}`;

const chosenOf = (overrides: BuildMealPoint) => ({
  proposedOn: "2026-11-02",
  daysBetweenActs: 2,
  officers: ["officer", "second"] as const,
  ...overrides,
});

type Walk = Required<Pick<BuildMealPoint, "_id" | "state" | "proposedOn" | "daysBetweenActs" | "officers">>;

function timelineTo({ _id, state, proposedOn, daysBetweenActs, officers }: Walk): CaseStep<MealPointState>[] {
  const at = (acts: number) =>
    new Date(instantAt({ date: addDays(proposedOn, acts * daysBetweenActs), time: "10:05" }));
  const [first, second] = officers;
  const opening = { id: _id, act: "propose", by: first, at: at(0), from: null, to: "proposed" as const };
  let from: MealPointState = "proposed";
  return [
    opening,
    ...ways[state].map((act, place) => {
      const { to } = mealPointMachine[act];
      const by = act === "verify" ? second : first;
      const step = { id: `${_id}.${act}`, act, by, at: at(place + 1), from, to };
      from = to;
      return REASONED.has(act) ? { ...step, reason: "房屋另有安排" } : step;
    }),
  ];
}

const surveyOf = (by: string, timeline: readonly CaseStep<MealPointState>[]): SurveyRecord => ({
  version: 1,
  phone: "0373-5550120",
  kitchenKind: "own_kitchen",
  eldersWithin: { count: 180, source: "社区花名册" },
  licence: { number: "JY14107020000000", expiresOn: "2029-06-30" },
  openingHours: everyDay({ opens: "10:30", closes: "13:00" }),
  notes: null,
  by,
  at: timeline.find(({ act }) => act === "survey")?.at ?? timeline[0]?.at ?? new Date(0),
});
