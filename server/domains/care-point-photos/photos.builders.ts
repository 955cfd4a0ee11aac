import type { Deps } from "@server/core/deps";
import { addPhoto } from "./add-photo";
import { placeOfCarePoint, type PhotoDocument } from "./photo.model";

const OPERATOR = "operator";
/** Whoever fills a database is not somebody who sends pictures. */
const limits = { consume: () => Promise.resolve() };

interface Wanted {
  readonly carePointId: string;
  readonly caption: string;
  readonly bytes: Buffer;
}

/** A picture of a care point, added by the operator; the same one again is found. */
export const buildPhoto = (
  { clock }: Pick<Deps, "clock">,
  { carePointId, caption, bytes }: Wanted,
): Promise<PhotoDocument> => {
  const act = "care-point-photos.add-photo";
  const adding = { ...placeOfCarePoint(carePointId), act, actorId: OPERATOR, key: `${carePointId} ${caption}` };
  return addPhoto({ clock, limits }, { ...adding, caption, bytes });
};
