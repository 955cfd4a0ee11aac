import { newId } from "@server/core/ids";
import { BatchModel } from "@server/domains/build-out/batch.model";
import { buildMealPoint } from "@server/domains/build-out/build-out.builders";
import { MealPointModel } from "@server/domains/build-out/meal-point.model";
import { programmeOf } from "@server/domains/build-out/programme";
import { TargetSplitModel } from "@server/domains/build-out/target-split.model";
import { PhotoModel } from "@server/domains/care-point-photos/photo.model";
import { districtsOf } from "@server/domains/regions/index";

const CITY = "xinxiang";
export const COUNTY = "xinxiang-hongqi";
const OFFICER = "officer";
/** More than one page. */
const POINTS = 25;
/** As many as a county's list of them holds. */
const BATCHES = 50;
const SPLITS = 10;
const PHOTOS = 9;
const PAST = new Date("2026-07-01T02:00:00.000Z");

const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

/** A county whose points are all late, with years of batches and splits. @returns a point that a lot happened to */
export async function buildBusyProgramme(regionId: string): Promise<string> {
  const late = { regionId, state: "plated", proposedOn: "2026-06-01" } as const;
  await Promise.all(many(POINTS, (n) => buildMealPoint({ ...late, name: `向阳小区第${n + 1}助餐点` })));
  const { _id } = await buildMealPoint({ ...late, name: "平原路老年餐厅", state: "published", batchName: "第五十批" });
  await giveItAPast(_id);
  await PhotoModel.insertMany(many(PHOTOS, (n) => photoOf(_id, n)));
  await BatchModel.insertMany(many(BATCHES, batchOf));
  const programme = programmeOf({ cityId: CITY });
  if (!programme) throw new Error("the city has no target to split");
  const { indicator, period } = programme;
  await TargetSplitModel.insertMany(many(SPLITS, (n) => ({ ...splitOf(n), indicator, period })));
  return _id;
}

/** Surveyed again and again, near another place with meals. */
async function giveItAPast(_id: string): Promise<void> {
  const step = { by: OFFICER, at: PAST, from: "proposed", to: "proposed", reason: "位置要再看" } as const;
  const surveys = many(POINTS, (n) => ({ ...step, id: `${_id}.again-${n}`, act: "survey" }));
  const clash = { name: "春风社区食堂", metres: 320, withinMetres: 500, carePointId: "a-place-nearby" };
  await MealPointModel.updateOne({ _id }, { $set: { clash }, $push: { timeline: { $each: surveys, $position: 1 } } });
}

const photoOf = (mealPointId: string, slot: number) => ({
  _id: newId(),
  fingerprint: "-",
  subject: { type: "meal-point" as const, id: mealPointId },
  ownerId: COUNTY,
  state: "shown" as const,
  active: true,
  slot,
  position: slot,
  caption: `厨房，第 ${slot + 1} 张`,
  originalHash: `${mealPointId} ${slot}`,
  files: { small: newId(), large: newId() },
  width: 1600,
  height: 1200,
  addedBy: OFFICER,
  addedAt: PAST,
  changedAt: PAST,
});

const batchOf = (n: number) => ({
  _id: `batch-${n}`,
  countyId: COUNTY,
  name: `第 ${n + 1} 批`,
  publishedOn: "2026-07-01",
  at: PAST,
  by: OFFICER,
  mealPoints: many(POINTS, (m) => ({ id: `of-${n}-${m}`, name: `第${m + 1}助餐点`, plaqueNumber: `红旗-${n}-${m}` })),
});

const splitOf = (n: number) => ({
  _id: `split-${n}`,
  cityId: CITY,
  shares: districtsOf({ cityId: CITY }).map(({ id }) => ({ regionId: id, value: n + 1 })),
  by: OFFICER,
  at: PAST,
});
