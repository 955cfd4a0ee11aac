import Taro from "@tarojs/taro";
import type { ReadPicture } from "./read-picture";

/** Whether this device can read a picture: WeChat always, a browser where there is a camera. */
export const canScan = (): boolean =>
  process.env.TARO_ENV === "weapp" || (typeof navigator !== "undefined" && "mediaDevices" in navigator);

/** Opens WeChat's scanner; null when it was closed again. */
export async function scanInWechat(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ["qrCode"] })).result;
  } catch {
    return null;
  }
}

const EVERY_MS = 250;

interface Told {
  readonly text: (text: string) => void;
  readonly failed: () => void;
}

/**
 * Shows the camera behind the phone inside an element and tells the first text that is read.
 * @returns stops camera and reading
 */
export function scanInBrowser(frame: HTMLElement, told: Told): () => void {
  const video = document.createElement("video");
  video.setAttribute("playsinline", "");
  video.muted = true;
  frame.append(video);
  let stream: MediaStream | undefined;
  let isOver = false;
  const isGoing = () => !isOver;
  const stop = () => {
    isOver = true;
    stream?.getTracks().forEach((track) => track.stop());
    video.remove();
  };
  const look = async (read: ReadPicture): Promise<void> => {
    const text = isGoing() ? await read(video).catch(() => null) : null;
    if (!isGoing()) return;
    if (text !== null) told.text(text);
    else setTimeout(() => void look(read), EVERY_MS);
  };
  const begin = async () => {
    const [opened, read] = await Promise.all([openCamera(), newReader()]);
    stream = opened;
    if (!isGoing()) {
      stop();
      return;
    }
    video.srcObject = opened;
    await video.play();
    await look(read);
  };
  begin().catch(told.failed);
  return stop;
}

const openCamera = () => navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });

/** The readers come with the first scan: most people never open the camera. Not `async`, or WeChat's build would carry them. */
const newReader = (): Promise<ReadPicture> =>
  process.env.TARO_ENV === "h5"
    ? import("./read-picture").then(({ newReadPicture }) => newReadPicture())
    : Promise.reject(new Error("only a browser reads pictures by itself"));
