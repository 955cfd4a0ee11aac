import type { Photo, PhotoList } from "@shared/domains/care-point-photos/photo-shapes";
import type { Deps } from "@server/core/deps";
import { fileLink } from "@server/core/files/file-links";
import { toInstant } from "@server/core/clock";
import { photoFiles } from "./photo.model";
import type { ShownPhoto } from "./photos.queries";

interface Linking extends Pick<Deps, "sealer" | "clock"> {
  /** The session of whoever alone may open the links; absent where everybody may see the picture. */
  readonly reader?: string;
}

export const presentPhoto = (deps: Linking, { _id, caption, width, height, files, addedAt }: ShownPhoto): Photo => {
  const linkTo = (fileId: string) => fileLink(deps, { store: photoFiles.name, fileId, reader: deps.reader });
  return {
    id: _id,
    caption,
    width,
    height,
    small: linkTo(files.small),
    large: linkTo(files.large),
    addedAt: toInstant(addedAt.getTime()),
  };
};

export const presentPhotos = (deps: Linking, photos: readonly ShownPhoto[]): PhotoList => ({
  photos: photos.map((photo) => presentPhoto(deps, photo)),
});
