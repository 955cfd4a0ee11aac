import { Image } from "@tarojs/components";
import type { Photo } from "@shared/domains/care-point-photos/photo-shapes";
import { fileAddress } from "@miniapp/core/file-address";
import "./photos.scss";

/** What a browser calls the words of a picture; WeChat reads its label. */
const wordsOf = (caption: string) =>
  process.env.TARO_ENV === "h5" ? { nativeProps: { alt: caption } } : { "aria-label": caption, ariaLabel: caption };

interface PhotoPictureProps {
  readonly photo: Photo;
  /** `cut`: fills its frame, three to two; `whole`: as it is, its frame ready before it comes. */
  readonly look: "cut" | "whole";
}

export function PhotoPicture({ photo, look }: PhotoPictureProps) {
  const { small, large, width, height, caption } = photo;
  const isWhole = look === "whole";
  return (
    <Image
      className={`photo-picture photo-${look}`}
      src={fileAddress(isWhole ? large : small)}
      mode={isWhole ? "aspectFit" : "aspectFill"}
      lazyLoad={!isWhole}
      style={isWhole ? { aspectRatio: `${width} / ${height}` } : {}}
      {...wordsOf(caption)}
    />
  );
}
