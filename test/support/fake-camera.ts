import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "uqr";

const WIDTH = 640;
const HEIGHT = 480;
const DARK = 16;
const LIGHT = 235;
const GREY = 128;

/** A camera for Chromium that sees a QR code, and what to start the browser with so that it is the camera. */
export interface FakeCamera {
  readonly browserArguments: readonly string[];
  /** What the camera sees from the next time it is opened. */
  show(text: string): void;
  remove(): void;
}

export function fakeCamera(): FakeCamera {
  const folder = mkdtempSync(join(tmpdir(), "yike-camera-"));
  const file = join(folder, "seen.y4m");
  const show = (text: string) => writeFileSync(file, videoOf(text));
  show("nothing yet");
  return {
    browserArguments: [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${file}`,
    ],
    show,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** One still picture as a video without end: Chromium begins it again. */
function videoOf(text: string): Buffer {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const scale = Math.floor((HEIGHT * 0.8) / size);
  const [left, top] = [WIDTH, HEIGHT].map((side) => Math.floor((side - size * scale) / 2)) as [number, number];
  const brightness = Buffer.alloc(WIDTH * HEIGHT, LIGHT);
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = 0; line < scale; line += 1) {
        const begin = (top + y * scale + line) * WIDTH + left + x * scale;
        brightness.fill(DARK, begin, begin + scale);
      }
    }),
  );
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), brightness, colour]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`), frame, frame]);
}
