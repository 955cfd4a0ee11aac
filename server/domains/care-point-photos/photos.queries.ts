import { PHOTOS_AT_MOST } from "@shared/domains/care-point-photos/photo-shapes";
import { trusted } from "@server/core/db/trusted";
import { PhotoModel, type PhotoDocument, type PhotoPlace } from "./photo.model";

const SHOWN = { caption: 1, width: 1, height: 1, files: 1, addedAt: 1, position: 1, state: 1 } as const;
/** Of what a person added, so many are told. */
const TOLD = 1_000;

export type ShownPhoto = Pick<PhotoDocument, "_id" | keyof typeof SHOWN>;

/** The pictures of a record in their order. */
export async function findPhotos({ ownerId, subject }: PhotoPlace): Promise<ShownPhoto[]> {
  const photos = await PhotoModel.find({ ownerId, "subject.id": subject.id, active: true })
    .select(SHOWN)
    .limit(PHOTOS_AT_MOST)
    .lean<ShownPhoto[]>();
  // At most nine: sorted here, so that one index guards their number and finds them.
  return photos
    .filter(({ state }) => state === "shown")
    .sort((a, b) => a.position - b.position || a.addedAt.getTime() - b.addedAt.getTime());
}

export const findPhotosAddedBy = (addedBy: string): Promise<PhotoDocument[]> =>
  PhotoModel.find({ addedBy, state: "shown" }).sort({ addedAt: -1 }).limit(TOLD).lean<PhotoDocument[]>().exec();

interface Untidy {
  readonly state: "storing" | "removed";
  readonly before: Date;
  readonly limit: number;
}

/** What has stood in a state since before a moment. */
export const findUntidy = ({ state, before, limit }: Untidy): Promise<PhotoDocument[]> =>
  PhotoModel.find({ state, changedAt: trusted({ $lt: before }) })
    .limit(limit)
    .lean<PhotoDocument[]>()
    .exec();
