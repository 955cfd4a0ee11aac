import { createHash } from "node:crypto";
import { PHOTOS_AT_MOST } from "@shared/domains/care-point-photos/photo-shapes";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import type { Deps } from "@server/core/deps";
import { encodePicture, type Picture } from "@server/core/files/encode-picture";
import { newId, stableId } from "@server/core/ids";
import { photoFiles, PhotoModel, type PhotoDocument, type PhotoPlace } from "./photo.model";
import { reservePhoto } from "./reserve-photo";

const MEDIA_TYPE = "image/jpeg";

interface Adding extends PhotoPlace {
  /** The endpoint's stem with its contract, for the audit. */
  readonly act: string;
  readonly actorId: string;
  readonly key: string;
  readonly caption: string;
  readonly bytes: Buffer;
}

interface AddingDeps extends Pick<Deps, "clock"> {
  readonly limits: Pick<Deps["limits"], "consume">;
}

/**
 * Adds a picture to a record, behind the others.
 *
 * - Nine to a record, sixty attempts a person and day.
 * - One original serves a care point, or the surveys of an office, once.
 * - What is kept is made anew: no place, time or profile of the phone.
 * - Its place is taken and its files are named before they are written: whoever dies in between leaves what the job finds.
 *
 * @throws AppError photo_refused, photo_known, photos_full, slow_down, key_reused, in_progress, state_changed when the
 *   picture of this key was taken away since
 */
export async function addPhoto(
  { clock, limits }: AddingDeps,
  { subject, ownerId, act, actorId, key, caption, bytes }: Adding,
): Promise<PhotoDocument> {
  const originalHash = createHash("sha256").update(bytes).digest("hex");
  const now = clock.now();
  const moment = new Date(now);
  const wanted = {
    _id: stableId("photo", actorId, key),
    fingerprint: stableId(subject.type, subject.id, caption, originalHash),
    ...{ subject, ownerId, caption, originalHash },
    state: "storing",
    active: true,
    position: now,
    files: { small: newId(), large: newId() },
    ...{ width: 0, height: 0 },
    ...{ addedBy: actorId, addedAt: moment, changedAt: moment },
  } as const;
  const known = await PhotoModel.findById(wanted._id).lean<PhotoDocument>();
  if (known) return sameAgain(known, wanted.fingerprint);
  await limits.consume("photo", actorId);
  const photo = await reservePhoto(wanted, { places: PHOTOS_AT_MOST });
  const { width, height } = await storeOrGiveBack(photo, { bytes, now });
  const event = auditEvent({ act, actorId, subject: { type: "photo", id: photo._id }, ...carePointOf(subject), now });
  const shown = await PhotoModel.findOneAndUpdate(
    { _id: photo._id, state: "storing" },
    { $set: { state: "shown", width, height }, $push: { outbox: event } },
    { returnDocument: "after" },
  ).lean<PhotoDocument>();
  if (!shown) throw new AppError("try_again");
  return shown;
}

/** What the audit files a picture's act under. */
export const carePointOf = ({ type, id }: PhotoPlace["subject"]): { carePointId?: string } =>
  type === "care-point" ? { carePointId: id } : {};

/** The answer to a repeat. */
function sameAgain(known: PhotoDocument, fingerprint: string): PhotoDocument {
  if (known.fingerprint !== fingerprint) throw new AppError("key_reused");
  if (known.state === "storing") throw new AppError("in_progress");
  if (known.state === "removed") throw new AppError("state_changed");
  return known;
}

async function storeOrGiveBack(
  { _id, files }: PhotoDocument,
  { bytes, now }: { readonly bytes: Buffer; readonly now: number },
): Promise<Picture> {
  try {
    const picture = await encodePicture(bytes);
    if (!picture) throw new AppError("photo_refused");
    const { small, large } = picture.sizes;
    await photoFiles.put(files.small, { bytes: small, mediaType: MEDIA_TYPE, now });
    await photoFiles.put(files.large, { bytes: large, mediaType: MEDIA_TYPE, now });
    return picture;
  } catch (error) {
    await photoFiles.remove(Object.values(files));
    await PhotoModel.deleteOne({ _id, state: "storing" });
    throw error;
  }
}
