import type { Photo, PhotoList } from "@shared/domains/care-point-photos/photo-shapes";
import type { Deps } from "@server/core/deps";
import { fileLink } from "@server/core/files/file-links";
import { toInstant } from "@server/core/clock";
import { photoFiles } from "./photo.model";
import type { ShownPhoto } from "./photos.queries";

type Linking = Pick<Deps, "sealer" | "clock">;

export const presentPhoto = (deps: Linking, { _id, caption, width, height, files, addedAt }: ShownPhoto): Photo => {
  const linkTo = (fileId: string) => fileLink(deps, { store: photoFiles.name, fileId });
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
