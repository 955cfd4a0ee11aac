import type { Batch, Plate } from "@shared/domains/build-out/programme-shapes";
import { longDate } from "@server/core/calendar";
import { findRegion } from "@server/domains/regions/index";
import type { BatchDocument } from "./batch.model";
import type { MealPointDocument } from "./meal-point.model";
import { peopleOf } from "./names";

/** Batches with the names of who published them. */
export async function presentBatches(batches: readonly BatchDocument[]): Promise<Batch[]> {
  const people = await peopleOf(batches.map(({ by }) => by));
  return batches.map(({ _id, name, publishedOn, by, mealPoints }) => ({
    id: _id,
    name,
    publishedLabel: longDate(publishedOn),
    person: people.get(by) ?? null,
    mealPoints: mealPoints.map((mealPoint) => ({ ...mealPoint })),
  }));
}

/** What is printed for a point; null while it has no plaque. */
export async function presentPlate(mealPoint: MealPointDocument): Promise<Plate | null> {
  const { _id, cityId, regionId, plaqueNumber, name, address, survey } = mealPoint;
  if (plaqueNumber === null || survey === null) return null;
  const region = await findRegion(regionId);
  return {
    mealPointId: _id,
    carePointId: _id,
    cityId,
    plaqueNumber,
    name,
    address,
    phone: survey.phone,
    regionNames: region?.path.map(({ name: called }) => called) ?? [],
  };
}
