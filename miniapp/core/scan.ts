import Taro from "@tarojs/taro";

interface Detector {
  detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector;

const detectorClass = (): DetectorClass | undefined =>
  typeof window === "undefined" ? undefined : (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Whether this device can read a picture: WeChat always, a browser where it has a detector and a camera. */
export const canScan = (): boolean =>
  process.env.TARO_ENV === "weapp" || (detectorClass() !== undefined && "mediaDevices" in navigator);

/** Opens WeChat's scanner; null when it was closed again. */
export async function scanInWechat(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ["qrCode"] })).result;
  } catch {
    return null;
  }
}

const EVERY_MS = 250;

/**
 * Shows the camera behind the phone inside an element and tells the first text that is read.
 * @returns stops camera and reading
 */
export function scanInBrowser(
  frame: HTMLElement,
  told: { text: (text: string) => void; failed: () => void },
): () => void {
  const Detector = detectorClass();
  if (!Detector) return () => undefined;
  const detector = new Detector({ formats: ["qr_code"] });
  const video = document.createElement("video");
  video.setAttribute("playsinline", "");
  video.muted = true;
  frame.append(video);
  let stream: MediaStream | undefined;
  let isOver = false;
  const stop = () => {
    isOver = true;
    stream?.getTracks().forEach((track) => track.stop());
    video.remove();
  };
  const look = async (): Promise<void> => {
    if (isOver) return;
    const [found] = await detector.detect(video).catch(() => []);
    if (found) told.text(found.rawValue);
    else setTimeout(() => void look(), EVERY_MS);
  };
  void navigator.mediaDevices
    .getUserMedia({ video: { facingMode: "environment" } })
    .then(async (opened) => {
      stream = opened;
      if (isOver) return stop();
      video.srcObject = opened;
      await video.play();
      return look();
    })
    .catch(told.failed);
  return stop;
}
