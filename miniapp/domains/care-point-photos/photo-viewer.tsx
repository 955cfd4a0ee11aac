import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Photo } from "@shared/domains/care-point-photos/photo-shapes";
import { BigButton } from "@miniapp/ui/big-button";
import { roleOf } from "@miniapp/ui/role-of";
import { Sheet } from "@miniapp/ui/sheet";
import { PhotoPicture } from "./photo-picture";

interface PhotoViewerProps {
  readonly photos: readonly Photo[];
  /** Place of the one that was tapped. */
  readonly first: number;
  readonly onClose: () => void;
}

/** One picture as large as the screen lets it be, and the way to the next. */
export function PhotoViewer({ photos, first, onClose }: PhotoViewerProps) {
  const [place, setPlace] = useState(first);
  const photo = photos[place];
  if (!photo) return null;
  const next = (place + 1) % photos.length;
  return (
    <Sheet title={photo.caption} onClose={onClose}>
      <PhotoPicture key={photo.id} photo={photo} look="whole" />
      {photos.length > 1 && (
        <>
          <View {...roleOf("status")}>
            <Text className="words-quiet">{`第 ${place + 1} 张，共 ${photos.length} 张`}</Text>
          </View>
          <BigButton kind="second" icon="next" text="下一张" onPress={() => setPlace(next)} />
        </>
      )}
      <BigButton kind="quiet" text="看好了" onPress={onClose} />
    </Sheet>
  );
}
