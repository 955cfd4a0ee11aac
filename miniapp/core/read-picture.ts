import jsQR from "jsqr";

/** Reads one picture of a camera; null when there is no code in it. */
export type ReadPicture = (video: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats: () => Promise<readonly string[]>;
}

/** The browser's own reader where it has one for QR codes, else a small one of ours: Chrome has it on phones and Macs only. */
export async function newReadPicture(): Promise<ReadPicture> {
  const { BarcodeDetector: Own } = window as { BarcodeDetector?: DetectorClass };
  const formats = (await Own?.getSupportedFormats().catch(() => [])) ?? [];
  if (!Own || !formats.includes("qr_code")) return readPixels();
  const detector = new Own({ formats: ["qr_code"] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

/** Enough to read a code that fills a third of the picture, and quick on an old phone. */
const LONGER_SIDE = 640;

function readPixels(): ReadPicture {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return (video) => {
    const { videoWidth, videoHeight } = video;
    if (!pen || videoWidth === 0) return Promise.resolve(null);
    const scale = Math.min(1, LONGER_SIDE / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return Promise.resolve(jsQR(data, width, height)?.data ?? null);
  };
}
