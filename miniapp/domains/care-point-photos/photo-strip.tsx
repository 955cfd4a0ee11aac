import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { pressable } from "@miniapp/ui/pressable";
import { PhotoPicture } from "./photo-picture";
import { PhotoViewer } from "./photo-viewer";
import { usePhotos } from "./use-photos";

/** Beside the large one. */
const SMALL_ONES = 3;

/** What a place looks like: the first picture large, three small ones, and all of them behind a tap. Nothing without. */
export function PhotoStrip({ carePointId }: { carePointId: string }) {
  const { data } = usePhotos(carePointId, useIsDrawn(true));
  const [opened, setOpened] = useState<number | null>(null);
  const photos = data?.photos ?? [];
  const [first] = photos;
  if (!first) return null;
  const more = photos.length - 1 - SMALL_ONES;
  return (
    <View className="photo-strip">
      <View className="photo-frame" {...pressable({ label: `看照片：${first.caption}`, onPress: () => setOpened(0) })}>
        <PhotoPicture photo={first} look="cut" />
        <Text className="photo-caption">{first.caption}</Text>
      </View>
      {photos.length > 1 && (
        <View className="photo-row">
          {photos.slice(1, 1 + SMALL_ONES).map((photo, place) => (
            <View
              key={photo.id}
              className="photo-frame"
              {...pressable({ label: `看照片：${photo.caption}`, onPress: () => setOpened(place + 1) })}
            >
              <PhotoPicture photo={photo} look="cut" />
              {more > 0 && place === SMALL_ONES - 1 && <Text className="photo-more">{`还有 ${more} 张`}</Text>}
            </View>
          ))}
        </View>
      )}
      {opened !== null && <PhotoViewer photos={photos} first={opened} onClose={() => setOpened(null)} />}
    </View>
  );
}
