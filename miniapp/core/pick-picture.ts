import Taro from "@tarojs/taro";
import type { WireFile } from "@shared/core/endpoint";
import { newKey } from "./intention-key";

/** A picture that somebody chose on this device. */
export interface PickedPicture {
  /** Another one each time something is chosen. */
  readonly id: string;
  readonly file: WireFile;
  /** Where a screen finds it. */
  readonly preview: string;
}

/** From here on a picture is made smaller before it is sent, bytes: a slow line takes a megabyte in a few seconds. */
const SENT_AS_IT_IS_BYTES = 1_000_000;
/** What the server keeps at most, pixels on the longer side. */
const LONGER_SIDE = 1_600;
const QUALITY = 0.85;

/**
 * Lets the person take a picture or choose one; smaller than it was where the device can do that.
 * @returns null when nothing was chosen, or when WeChat was refused the camera and the album
 */
export const pickPicture = (): Promise<PickedPicture | null> =>
  process.env.TARO_ENV === "h5" ? fromBrowser() : fromWechat();

async function fromWechat(): Promise<PickedPicture | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ["image"],
      sourceType: ["camera", "album"],
      sizeType: ["compressed"],
    });
    const path = tempFiles[0]?.tempFilePath;
    return path === undefined ? null : { id: newKey(), preview: path, file: { name: "photo.jpg", source: path } };
  } catch {
    return null;
  }
}

function fromBrowser(): Promise<PickedPicture | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = "image/*";
  return new Promise((settle) => {
    input.addEventListener("cancel", () => settle(null));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      settle(file ? picked(file) : null);
    });
    input.click();
  });
}

async function picked(file: File): Promise<PickedPicture> {
  const source = await smaller(file);
  return { id: newKey(), preview: URL.createObjectURL(source), file: { name: file.name, source } };
}

/** What a browser cannot draw is sent as it is: the server says whether it can. */
async function smaller(file: File): Promise<Blob> {
  if (file.size <= SENT_AS_IT_IS_BYTES) return file;
  const drawn = await createImageBitmap(file).catch(() => null);
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!drawn || !pen) return file;
  const scale = Math.min(1, LONGER_SIDE / Math.max(drawn.width, drawn.height));
  canvas.width = Math.round(drawn.width * scale);
  canvas.height = Math.round(drawn.height * scale);
  pen.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  const made = await new Promise<Blob | null>((settle) => canvas.toBlob(settle, "image/jpeg", QUALITY));
  return made ?? file;
}
