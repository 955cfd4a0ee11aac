import sharp from "sharp";

/** Shapes are placed on twice as many: enough for a drawing, and drawn in a moment. */
const WIDTH = 600;
const HEIGHT = 400;

type Colour = readonly [red: number, green: number, blue: number];

/** A shape on a picture of 1,200 by 800; the later one covers the earlier. */
export interface Shape {
  readonly kind: "box" | "disc" | "slope";
  /** Its box: left, top, right, bottom. A slope rises from its left bottom to its right top. */
  readonly at: readonly [left: number, top: number, right: number, bottom: number];
  readonly colour: Colour;
}

/** A drawn picture as PNG: shapes on a ground that gets lighter from top to bottom. */
export function drawPicture({ ground, shapes }: { ground: Colour; shapes: readonly Shape[] }): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  const fromTheTop = [...shapes].reverse();
  for (let y = 0; y < HEIGHT; y += 1) {
    const light = Math.round((40 * y) / HEIGHT);
    for (let x = 0; x < WIDTH; x += 1) {
      const shape = fromTheTop.find((one) => covers(one, 2 * x, 2 * y));
      const colour = shape?.colour ?? ground.map((part) => Math.min(255, part + light));
      pixels.set(colour, (y * WIDTH + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer();
}

function covers({ kind, at: [left, top, right, bottom] }: Shape, x: number, y: number): boolean {
  if (x < left || x >= right || y < top || y >= bottom) return false;
  const [across, down] = [(x - left) / (right - left), (y - top) / (bottom - top)];
  if (kind === "disc") return (across - 0.5) ** 2 + (down - 0.5) ** 2 <= 0.25;
  return kind === "box" || down >= 1 - across;
}
