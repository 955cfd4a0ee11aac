import type { Deps } from "@server/core/deps";
import { buildPhoto } from "@server/domains/care-point-photos/index";
import { CHUNFENG_CANTEEN } from "./demo-places";
import { drawPicture, type Shape } from "./draw-picture";

const [SKY, STONE, WALL, DOOR, GLASS] = [
  [196, 221, 235],
  [190, 180, 168],
  [244, 232, 214],
  [178, 58, 18],
  [120, 164, 190],
] as const;
const [WOOD, BOWL, SOUP, STEEL, PINE] = [
  [176, 128, 84],
  [252, 252, 250],
  [214, 120, 48],
  [150, 160, 168],
  [23, 98, 74],
] as const;

const window = (left: number): Shape => ({ kind: "box", at: [left, 300, left + 160, 460], colour: GLASS });
const table = (left: number, top: number): Shape[] => [
  { kind: "box", at: [left, top, left + 420, top + 150], colour: WOOD },
  ...[70, 250].flatMap((x): Shape[] => [
    { kind: "disc", at: [left + x, top + 20, left + x + 110, top + 130], colour: BOWL },
    { kind: "disc", at: [left + x + 18, top + 38, left + x + 92, top + 112], colour: SOUP },
  ]),
];

/** Drawn, not taken, and said to be. */
const PHOTOS = [
  {
    caption: "大门（演示画面，不是实景）",
    ground: SKY,
    shapes: [
      { kind: "box", at: [0, 640, 1_200, 800], colour: STONE },
      { kind: "box", at: [140, 180, 1_060, 660], colour: WALL },
      { kind: "box", at: [140, 150, 1_060, 210], colour: DOOR },
      window(220),
      window(820),
      { kind: "box", at: [500, 320, 700, 660], colour: DOOR },
      { kind: "box", at: [520, 340, 595, 520], colour: GLASS },
      { kind: "box", at: [605, 340, 680, 520], colour: GLASS },
    ],
  },
  {
    caption: "餐厅（演示画面，不是实景）",
    ground: WALL,
    shapes: [
      { kind: "box", at: [0, 420, 1_200, 800], colour: STONE },
      { kind: "box", at: [90, 90, 470, 330], colour: GLASS },
      { kind: "box", at: [730, 90, 1_110, 330], colour: GLASS },
      ...table(110, 380),
      ...table(670, 380),
      ...table(390, 600),
    ],
  },
  {
    caption: "轮椅坡道（演示画面，不是实景）",
    ground: SKY,
    shapes: [
      { kind: "box", at: [0, 640, 1_200, 800], colour: PINE },
      { kind: "box", at: [760, 140, 1_200, 640], colour: WALL },
      { kind: "box", at: [900, 260, 1_080, 520], colour: DOOR },
      { kind: "slope", at: [120, 520, 760, 640], colour: STONE },
      { kind: "box", at: [760, 520, 1_200, 640], colour: STONE },
      ...[140, 340, 540, 740].map((left): Shape => ({ kind: "box", at: [left, 400, left + 14, 640], colour: STEEL })),
      { kind: "box", at: [140, 400, 754, 416], colour: STEEL },
    ],
  },
] satisfies readonly { caption: string; ground: Shape["colour"]; shapes: readonly Shape[] }[];

/** Gives the demo's canteen its pictures; those that it has stay. */
export async function addDemoPhotos(deps: Pick<Deps, "clock">): Promise<void> {
  for (const { caption, ...picture } of PHOTOS) {
    await buildPhoto(deps, { carePointId: CHUNFENG_CANTEEN, caption, bytes: await drawPicture(picture) });
  }
}
