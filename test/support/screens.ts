import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { root } from "../../config/aliases.js";
import type { Phone } from "./h5-app";
import { readScreen, scrollTo, standStill } from "./read-screen";
import { expectWellMade } from "./screen";
import { faultsOf, hiddenAtTheEnd } from "./screen-faults";

const TARGET_PX = 60;

/** The type of each scale, in pixels: text, title, big, huge, code, and the words under the tabs. */
export const scales = [
  { scale: "1.0", textSize: "standard", fontPx: [18, 24, 30, 38, 42, 18] },
  { scale: "1.67", textSize: "largest", fontPx: [30, 34, 38, 46, 46, 26] },
] as const;

/** Empties the folder in which the pictures of one scale are kept; git does not. */
export function emptyPictures(scale: string): string {
  const folder = join(root, ".screens", scale);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

interface Picture {
  readonly phone: Phone;
  readonly folder: string;
  readonly name: string;
  readonly fontPx: readonly number[];
  readonly inReach: readonly string[];
}

/** Takes the picture of a screen and of its end, and holds both to what a picture must show. */
export async function expectWellDrawn({ phone, folder, name, fontPx, inReach }: Picture): Promise<void> {
  const { page } = phone;
  await standStill(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  const wanted = { fontPx, targetPx: TARGET_PX, inReach };
  expect({ name, faults: faultsOf(await readScreen(page), wanted) }).toEqual({ name, faults: [] });
  await expectWellMade(phone);
  await scrollTo(page, "end");
  await page.screenshot({ path: join(folder, `${name}-end.png`) });
  const end = await readScreen(page);
  expect({ name, faults: hiddenAtTheEnd(end) }).toEqual({ name, faults: [] });
  await scrollTo(page, "beginning");
}
