import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { PHOTOS_AT_MOST, type Photo } from "@shared/domains/care-point-photos/photo-shapes";
import { pickPicture, type PickedPicture } from "@miniapp/core/pick-picture";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { FormError } from "@miniapp/ui/form-error";
import { AddPhotoSheet } from "./add-photo-sheet";
import { KeptPhoto } from "./kept-photo";
import { RemovePhotoSheet } from "./remove-photo-sheet";
import type { useAddPhoto, useOrderPhotos, useRemovePhoto } from "./use-photos";

interface PhotoKeeperProps {
  readonly photos: readonly Photo[];
  readonly add: Pick<ReturnType<typeof useAddPhoto>, "mutate" | "isPending" | "error" | "reset">;
  readonly remove: Pick<ReturnType<typeof useRemovePhoto>, "mutate" | "isPending" | "error">;
  /** Where the order means something. */
  readonly order?: Pick<ReturnType<typeof useOrderPhotos>, "mutate" | "isPending" | "error">;
  /** What is said while there is none. */
  readonly empty: string;
}

/** The pictures of a record in the hands of those who keep them: one more, its place, away. */
export function PhotoKeeper({ photos, add, remove, order, empty }: PhotoKeeperProps) {
  const [picture, setPicture] = useState<PickedPicture | null>(null);
  const [leaving, setLeaving] = useState<Photo | null>(null);
  const pick = async () => {
    add.reset();
    setPicture(await pickPicture());
  };
  const forward = (place: number) => {
    const ids = photos.map(({ id }) => id);
    const [moved = ""] = ids.splice(place, 1);
    ids.splice(place - 1, 0, moved);
    order?.mutate(ids);
  };
  const isFull = photos.length >= PHOTOS_AT_MOST;
  return (
    <>
      {photos.length === 0 && <Text className="words-quiet">{empty}</Text>}
      {photos.length > 0 && (
        <Card isList>
          {photos.map((photo, place) => (
            <KeptPhoto
              key={photo.id}
              photo={photo}
              isMoving={order?.isPending === true}
              onForward={order && place > 0 ? () => forward(place) : undefined}
              onRemove={() => setLeaving(photo)}
            />
          ))}
        </Card>
      )}
      <FormError error={order?.error} />
      <View>
        <Text className="words-quiet">
          {isFull ? "已经有 9 张了，删掉一张才能再添。" : "最多 9 张，第一张最先看到。"}
        </Text>
      </View>
      <BigButton kind="second" text="添一张照片" isDisabled={isFull} onPress={() => void pick()} />
      {picture && <AddPhotoSheet picture={picture} add={add} onClose={() => setPicture(null)} />}
      {leaving && <RemovePhotoSheet photo={leaving} remove={remove} onClose={() => setLeaving(null)} />}
    </>
  );
}
