import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import type { Deps } from "@server/core/deps";
import { PhotoModel, placeOfCarePoint } from "./photo.model";
import { findPhotos } from "./photos.queries";

interface Ordering {
  readonly carePointId: string;
  readonly actorId: string;
  readonly photoIds: readonly string[];
}

/**
 * Brings a care point's pictures into an order; the first is the one that lists and shares show. Of two who order at once
 * the later one decides.
 * @throws AppError state_changed when these are not the pictures there are: somebody added or removed one
 */
export async function orderPhotos(
  { clock }: Pick<Deps, "clock">,
  { carePointId, actorId, photoIds }: Ordering,
): Promise<void> {
  const place = placeOfCarePoint(carePointId);
  const known = (await findPhotos(place)).map(({ _id }) => _id);
  if (String([...known].sort()) !== String([...photoIds].sort())) throw new AppError("state_changed");
  const act = "care-point-photos.order-photos";
  const event = auditEvent({ act, actorId, subject: place.subject, carePointId, now: clock.now() });
  const updates = photoIds.map((_id, position) => ({
    updateOne: {
      filter: { _id, state: "shown" as const },
      update: { $set: { position }, ...(position === 0 ? { $push: { outbox: event } } : {}) },
    },
  }));
  if (updates.length > 0) await PhotoModel.bulkWrite(updates);
}
