import { AppError } from "@server/core/app-error";
import { today } from "@server/core/clock";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { inTransaction } from "@server/core/db/in-transaction";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { BatchModel, type BatchDocument } from "./batch.model";
import { MealPointModel, type MealPointDocument } from "./meal-point.model";
import { findOfCounty } from "./meal-points.queries";
import { findBatch } from "./programme.queries";
import { PUBLISHABLE, publicationOf } from "./publication-of-point";

interface Publishing {
  readonly countyId: string;
  /** "第一批". */
  readonly name: string;
  readonly mealPointIds: readonly string[];
  readonly actorId: string;
  readonly key: string;
}

/**
 * Publishes plated points of a county in one go: all of them or none. One transaction: the batch and each point's
 * conditional update, which demands that it is plated at that moment. Their entries follow.
 * @throws AppError batch_refused with the rows at fault, batch_name_taken, key_reused
 */
export async function publishBatch(
  { clock }: Pick<Deps, "clock">,
  { countyId, name, mealPointIds, actorId, key }: Publishing,
): Promise<BatchDocument> {
  const id = stableId("batch", actorId, key);
  const known = await findBatch(id);
  if (known) return sameOrRefuse(known, { countyId, name, mealPointIds });
  const mealPoints = await requirePublishable(countyId, mealPointIds);
  const batch: BatchDocument = {
    _id: id,
    countyId,
    name,
    publishedOn: today(clock),
    at: new Date(clock.now()),
    by: actorId,
    mealPoints: mealPoints.map(({ _id, name: called, plaqueNumber }) => ({
      id: _id,
      name: called,
      plaqueNumber: plaqueNumber ?? "",
    })),
  };
  try {
    return await inTransaction(() => write(batch));
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const first = await findBatch(id);
    if (first) return sameOrRefuse(first, { countyId, name, mealPointIds });
    throw new AppError("batch_name_taken");
  }
}

async function write(batch: BatchDocument): Promise<BatchDocument> {
  await BatchModel.create([batch]);
  const { modifiedCount } = await MealPointModel.bulkWrite(batch.mealPoints.map(({ id }) => publicationOf(id, batch)));
  // Somebody closed or published one of them in this moment: nothing of the batch holds.
  if (modifiedCount !== batch.mealPoints.length) throw new AppError("state_changed");
  return batch;
}

/** In the order in which they were chosen. @throws AppError batch_refused naming each that cannot be published */
async function requirePublishable(countyId: string, ids: readonly string[]): Promise<readonly MealPointDocument[]> {
  const found = new Map((await findOfCounty(countyId, ids)).map((mealPoint) => [mealPoint._id, mealPoint]));
  const fields = ids.flatMap((id, place) => {
    const message = faultOf(found.get(id));
    return message === null ? [] : [{ path: `body.mealPointIds.${place}`, message }];
  });
  if (fields.length > 0) throw new AppError("batch_refused", { fields });
  return ids.flatMap((id) => found.get(id) ?? []);
}

function faultOf(mealPoint: MealPointDocument | undefined): string | null {
  if (!mealPoint) return "unknown";
  if (mealPoint.batchId !== null) return "already_published";
  return mealPoint.state === PUBLISHABLE ? null : "not_plated";
}

type Asked = Pick<Publishing, "countyId" | "name" | "mealPointIds">;

function sameOrRefuse(batch: BatchDocument, { countyId, name, mealPointIds }: Asked): BatchDocument {
  const isSame =
    batch.countyId === countyId &&
    batch.name === name &&
    String(batch.mealPoints.map(({ id }) => id)) === String(mealPointIds);
  if (!isSame) throw new AppError("key_reused");
  return batch;
}
