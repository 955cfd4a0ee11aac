import { notFound } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import type { Deps } from "@server/core/deps";
import { carePointOf } from "./add-photo";
import { photoFiles, PhotoModel, type PhotoDocument, type PhotoPlace } from "./photo.model";

interface Removing extends PhotoPlace {
  readonly act: string;
  readonly actorId: string;
  readonly photoId: string;
}

/**
 * Takes a picture away: from every answer at once, its files after it. Away already is away.
 * @throws AppError not_found when it is no picture of this record
 */
export async function removePhoto(
  { clock }: Pick<Deps, "clock">,
  { subject, ownerId, act, actorId, photoId }: Removing,
): Promise<void> {
  const now = clock.now();
  const own = { _id: photoId, ownerId, "subject.id": subject.id };
  const event = auditEvent({ act, actorId, subject: { type: "photo", id: photoId }, ...carePointOf(subject), now });
  const removed = await PhotoModel.findOneAndUpdate(
    { ...own, state: "shown" },
    { $set: { state: "removed", active: false, changedAt: new Date(now) }, $push: { outbox: event } },
  ).lean<PhotoDocument>();
  if (removed) await photoFiles.remove(Object.values(removed.files));
  else if (!(await PhotoModel.exists({ ...own, state: "removed" }))) throw notFound();
}
