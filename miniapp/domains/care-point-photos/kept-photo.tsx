import { Text, View } from "@tarojs/components";
import type { Photo } from "@shared/domains/care-point-photos/photo-shapes";
import { BigButton } from "@miniapp/ui/big-button";
import { PhotoPicture } from "./photo-picture";

interface KeptPhotoProps {
  readonly photo: Photo;
  readonly isMoving: boolean;
  /** Absent for the first, and where there is no order. */
  readonly onForward: (() => void) | undefined;
  readonly onRemove: () => void;
}

/** One picture with what one may do to it. */
export function KeptPhoto({ photo, isMoving, onForward, onRemove }: KeptPhotoProps) {
  const { caption } = photo;
  return (
    <View className="photo-kept">
      <View className="photo-shown">
        <PhotoPicture photo={photo} look="cut" />
      </View>
      <View className="photo-acts">
        <Text>{caption}</Text>
        {onForward && (
          <BigButton kind="second" text="往前挪" label={`${caption}，往前挪`} isBusy={isMoving} onPress={onForward} />
        )}
        <BigButton kind="line" text="删掉" label={`${caption}，删掉`} onPress={onRemove} />
      </View>
    </View>
  );
}
