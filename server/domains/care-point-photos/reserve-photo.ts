import { AppError } from "@server/core/app-error";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { PhotoModel, type PhotoDocument, type PhotoPlace } from "./photo.model";

/**
 * Takes one of a record's places for a picture. The unique indexes decide; who else was there is looked up to say why not.
 * @throws AppError photos_full, photo_known, in_progress when the same request is under way
 */
export async function reservePhoto(
  wanted: Omit<PhotoDocument, "slot">,
  { places }: { places: number },
): Promise<PhotoDocument> {
  const { _id, ownerId, originalHash } = wanted;
  for (let attempt = 0; attempt <= places; attempt += 1) {
    const taken = await slotsOf(wanted);
    const slot = Array.from({ length: places }, (_, place) => place).find((place) => !taken.has(place));
    if (slot === undefined) throw new AppError("photos_full");
    try {
      await PhotoModel.create({ ...wanted, slot });
      return { ...wanted, slot };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      if (await PhotoModel.exists({ _id })) throw new AppError("in_progress");
      const other = await PhotoModel.exists({ ownerId, originalHash, active: true });
      if (other) throw new AppError("photo_known");
    }
  }
  throw new AppError("try_again");
}

async function slotsOf({ ownerId, subject }: PhotoPlace): Promise<ReadonlySet<number>> {
  const rows = await PhotoModel.find({ ownerId, "subject.id": subject.id, active: true })
    .select({ slot: 1 })
    .lean<Pick<PhotoDocument, "slot">[]>();
  return new Set(rows.map(({ slot }) => slot));
}
