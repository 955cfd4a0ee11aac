import type { Box, Control, Line, Screen } from "./read-screen";

/** What a picture must show at one size of type. */
export interface Wanted {
  /** The sizes of type that may stand on the screen, in pixels. */
  readonly fontPx: readonly number[];
  /** The least height and width of a control, in pixels. */
  readonly targetPx: number;
  /** Names of the controls that a thumb reaches without scrolling. */
  readonly inReach: readonly string[];
}

/** Half a pixel is how far browsers round. */
const ROUNDING = 1;

/** Everything that is wrong with a screen, each fault as a sentence; empty when it is well drawn. */
export function faultsOf(screen: Screen, wanted: Wanted): string[] {
  const hasSheet = screen.lines.some(({ layer }) => layer === "sheet");
  const isJudged = ({ layer }: { readonly layer: string }) => !hasSheet || layer === "sheet";
  const lines = screen.lines.filter(isJudged);
  const controls = screen.controls.filter(isJudged);
  return [
    ...(screen.width > screen.window.width
      ? [`the page is ${screen.width} wide, the window ${screen.window.width}`]
      : []),
    ...lines.filter((line) => isCut(line, screen)).map(({ words }) => `cut: ${words}`),
    ...pairs(lines)
      .filter(([one, other]) => meet(one, other))
      .map(([one, other]) => `one over the other: ${one.words} / ${other.words}`),
    ...pairs(controls)
      .filter(([one, other]) => meet(one, other) && !isWithin({ screen, one, other }))
      .map(([one, other]) => `one over the other: ${one.name} / ${other.name}`),
    ...controls
      .filter(({ box }) => isSmall(box, wanted.targetPx))
      .map(({ name, box }) => `too small: ${name} ${sizeOf(box)}`),
    ...lines
      .filter(({ fontPx }) => !wanted.fontPx.includes(fontPx))
      .map(({ words, fontPx }) => `no size of ours, ${fontPx}: ${words}`),
    ...wanted.inReach
      .filter((name) => !controls.some((control) => control.name === name && isInReach(control, screen)))
      .map((name) => `out of reach: ${name}`),
  ];
}

/** What the fixed part hides although the page is scrolled to its end. */
export const hiddenAtTheEnd = ({ lines, bottomFrom }: Screen): string[] =>
  lines
    .filter(({ layer, box }) => layer === "page" && box.bottom > bottomFrom + ROUNDING)
    .map(({ words }) => `hidden at the end: ${words}`);

const holds = (frame: Box, box: Box) =>
  box.left >= frame.left - ROUNDING &&
  box.right <= frame.right + ROUNDING &&
  box.top >= frame.top - ROUNDING &&
  box.bottom <= frame.bottom + ROUNDING;

function isCut({ box, frames, isInStrip }: Line, { window }: Screen): boolean {
  const isBeside = box.left < -ROUNDING || box.right > window.width + ROUNDING;
  return (isBeside && !isInStrip) || frames.some((frame) => !holds(frame, box));
}

interface Placed {
  readonly box: Box;
  readonly layer: string;
}

const meet = (one: Placed, other: Placed) =>
  one.layer === other.layer &&
  Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > ROUNDING &&
  Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > ROUNDING;

const isWithin = ({ screen, one, other }: { screen: Screen; one: Control; other: Control }) =>
  one.within.includes(screen.controls.indexOf(other)) || other.within.includes(screen.controls.indexOf(one));

const isSmall = ({ left, right, top, bottom }: Box, targetPx: number) =>
  right - left < targetPx || bottom - top < targetPx;

const sizeOf = ({ left, right, top, bottom }: Box) => `${Math.round(right - left)} × ${Math.round(bottom - top)}`;

/** What is fixed at the bottom lies over the page. */
const isInReach = ({ box, layer, isOnTop }: Control, { window, bottomFrom }: Screen) => {
  const bottom = layer === "page" ? bottomFrom : window.height;
  return isOnTop && holds({ left: 0, top: 0, right: window.width, bottom }, box);
};

const pairs = <One>(all: readonly One[]): [One, One][] =>
  all.flatMap((one, place) => all.slice(place + 1).map((other): [One, One] => [one, other]));
