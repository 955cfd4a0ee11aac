import * as z from "zod/mini";
import type { ErrorDefinition } from "@shared/core/errors";
import { Id, Instant, text } from "@shared/core/primitives";

/** Pictures of one record at most (reliability, 5.6). */
export const PHOTOS_AT_MOST = 9;
export const CAPTION_LONGEST = 40;

/** What a picture may be sent as; made smaller on the device before, where it can. */
export const photoUpload = {
  maxBytes: 5 * 1024 * 1024,
  mediaTypes: ["image/jpeg", "image/png", "image/webp"],
} as const;

/** What is said of a picture: shown under it, and read aloud in its place. */
export const PhotoCaption = z.strictObject({ caption: text({ max: CAPTION_LONGEST }) });

/** A picture, with its addresses for the next half an hour at least: paths on this server. */
export const Photo = z.object({
  id: Id,
  caption: z.string(),
  /** Of the large one, pixels. */
  width: z.int(),
  height: z.int(),
  /** At most 480 and 1,600 pixels on the longer side. */
  small: z.string(),
  large: z.string(),
  addedAt: Instant,
});
export type Photo = z.infer<typeof Photo>;

/** The pictures of one record in their order. */
export const PhotoList = z.object({ photos: z.array(Photo) });
export type PhotoList = z.infer<typeof PhotoList>;

export const photoErrors = {
  photo_refused: { status: 422, text: "这张照片用不了，请换一张手机拍的普通照片" },
  photo_known: { status: 409, text: "这张照片已经传过了" },
  photos_full: { status: 409, text: "最多放 9 张，先删掉一张再添" },
} as const satisfies Record<string, ErrorDefinition>;

/** Codes of an endpoint that takes a picture. */
export const photoErrorCodes = ["photo_refused", "photo_known", "photos_full"] as const;
