import type { Photo } from "@shared/domains/care-point-photos/photo-shapes";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import { PhotoPicture } from "./photo-picture";

interface RemovePhotoSheetProps {
  readonly photo: Photo;
  readonly remove: {
    readonly mutate: (photoId: string, options: { onSuccess: () => void }) => void;
    readonly isPending: boolean;
    readonly error: unknown;
  };
  readonly onClose: () => void;
}

/** Away is away: asked once. */
export function RemovePhotoSheet({ photo, remove, onClose }: RemovePhotoSheetProps) {
  return (
    <Sheet title={`删掉“${photo.caption}”这张照片？`} onClose={() => remove.isPending || onClose()}>
      <PhotoPicture photo={photo} look="cut" />
      <FormError error={remove.error} />
      <BigButton
        kind="danger"
        text="删掉"
        busyText="正在删"
        isBusy={remove.isPending}
        onPress={() => remove.mutate(photo.id, { onSuccess: onClose })}
      />
      <BigButton kind="quiet" text="留着" onPress={onClose} />
    </Sheet>
  );
}
