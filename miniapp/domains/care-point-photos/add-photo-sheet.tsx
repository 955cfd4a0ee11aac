import { Image, View } from "@tarojs/components";
import { useState } from "react";
import { CAPTION_LONGEST } from "@shared/domains/care-point-photos/photo-shapes";
import type { PickedPicture } from "@miniapp/core/pick-picture";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { FormError } from "@miniapp/ui/form-error";
import { Sheet } from "@miniapp/ui/sheet";
import type { NewPhoto } from "./use-photos";

/** What pictures of a place mostly show. */
const USUAL = ["门口", "餐厅", "厨房", "活动室", "卫生间", "坡道"] as const;

interface AddPhotoSheetProps {
  readonly picture: PickedPicture;
  readonly add: {
    readonly mutate: (photo: NewPhoto, options: { onSuccess: () => void }) => void;
    readonly isPending: boolean;
    readonly error: unknown;
  };
  readonly onClose: () => void;
}

/** What the picture shows, in a word or a sentence; then it is sent. */
export function AddPhotoSheet({ picture, add, onClose }: AddPhotoSheetProps) {
  const [caption, setCaption] = useState("");
  const typed = caption.trim();
  return (
    <Sheet title="这张照片拍的是什么？" onClose={() => add.isPending || onClose()}>
      <Image
        className="photo-chosen"
        src={picture.preview}
        mode="aspectFit"
        {...(process.env.TARO_ENV === "h5" ? { nativeProps: { alt: "选好的照片" } } : { ariaLabel: "选好的照片" })}
      />
      <View className="chips">
        {USUAL.map((word) => (
          <FilterChip key={word} text={word} onPress={() => setCaption(word)} />
        ))}
      </View>
      <Field
        label="拍的是什么"
        hint="看不见照片的人，听到的就是这句话"
        maxLength={CAPTION_LONGEST}
        value={caption}
        onChange={setCaption}
      />
      <FormError error={add.error} />
      <BigButton
        text="传上去"
        busyText="正在传"
        isBusy={add.isPending}
        isDisabled={typed === ""}
        onPress={() => add.mutate({ picture, caption: typed }, { onSuccess: onClose })}
      />
      <BigButton kind="quiet" text="不传了" onPress={onClose} />
    </Sheet>
  );
}
