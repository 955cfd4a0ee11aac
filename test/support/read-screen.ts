import type { Page } from "playwright-core";

/** Device-independent pixels from the window's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What lies over the page covers it rightly, so that only what is of one layer is compared. */
type Layer = "page" | "bottom" | "sheet";

/** One line of words, as large as its letters. */
export interface Line {
  readonly words: string;
  readonly box: Box;
  readonly fontPx: number;
  readonly layer: Layer;
  /** Whether somebody can bring it into sight by a swipe to the side. */
  readonly isInStrip: boolean;
  /** What must hold it: whatever would cut it, and the control it stands in. */
  readonly frames: readonly Box[];
}

export interface Control {
  readonly name: string;
  readonly box: Box;
  readonly layer: Layer;
  readonly isInStrip: boolean;
  /** Whether a finger on its middle meets it. */
  readonly isOnTop: boolean;
  /** Controls it stands in. */
  readonly within: readonly number[];
}

/** What can be measured of a screen, as it is seen now. */
export interface Screen {
  readonly window: { readonly width: number; readonly height: number };
  /** How wide the page is; more than the window means a swipe to the side. */
  readonly width: number;
  /** Where the fixed part begins; the window's height where there is none. */
  readonly bottomFrom: number;
  readonly lines: readonly Line[];
  readonly controls: readonly Control[];
}

/** Measures what is seen. Pages one came from stay in the document, hidden, and do not count. */
export const readScreen = (page: Page): Promise<Screen> => page.evaluate(measure);

/** Waits until the page that comes has slid to its place, and the one that leaves is gone. */
export async function inPlace(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const [page, another] = [...document.querySelectorAll(".taro_page")].filter((one) => one.checkVisibility());
    return another === undefined && page?.getBoundingClientRect().left === 0;
  });
}

/** Waits until the page is in its place, nothing moves on it and the letters are there. */
export async function standStill(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await inPlace(page);
  await page.waitForFunction(() => document.getAnimations().length === 0);
}

/** Scrolls the page that is seen to its end, or back to its beginning. */
export async function scrollTo(page: Page, where: "end" | "beginning"): Promise<void> {
  await page.evaluate((place) => {
    for (const one of document.querySelectorAll("html,.taro_page"))
      one.scrollTop = place === "end" ? one.scrollHeight : 0;
  }, where);
  await standStill(page);
}

/** Runs in the page, so that it stands alone. */
function measure(): Screen {
  const CONTROLS = "[role=button],[role=tab],[role=radio],[role=switch],[role=link],input";
  const boxOf = (element: Element): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const isSeen = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
  /** The element and what it lies in, up to the page that scrolls. */
  const withParents = (element: Element): Element[] => {
    const above = element.parentElement;
    return above && !above.matches(".taro_page") ? [element, ...withParents(above)] : [element];
  };
  const layerOf = (element: Element): Layer =>
    element.closest(".sheet") ? "sheet" : element.closest(".at-bottom") ? "bottom" : "page";
  const isInStrip = (element: Element) =>
    withParents(element).some((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX));
  /** The sides on which an element cuts what it holds; where it scrolls, it does not. */
  const frameOf = (element: Element): Box => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const { left, top, right, bottom } = boxOf(element);
    const [isCutX, isCutY] = [overflowX, overflowY].map((overflow) => ["hidden", "clip"].includes(overflow));
    return {
      left: isCutX ? left : -Infinity,
      right: isCutX ? right : Infinity,
      top: isCutY ? top : -Infinity,
      bottom: isCutY ? bottom : Infinity,
    };
  };
  const controlElements = [...document.querySelectorAll(CONTROLS)].filter(
    (element) => isSeen(element) && !element.matches(".sheet-dim"),
  );
  const controlOf = (element: Element): Control => {
    const box = boxOf(element);
    const met = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return {
      name: element.getAttribute("aria-label") ?? element.textContent,
      box,
      layer: layerOf(element),
      isInStrip: isInStrip(element),
      isOnTop: met !== null && element.contains(met),
      within: controlElements.flatMap((other, place) => (other !== element && other.contains(element) ? [place] : [])),
    };
  };
  const linesOf = (node: Node, holder: Element): Line[] => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const fontPx = parseFloat(getComputedStyle(holder).fontSize);
    const control = holder.closest(CONTROLS);
    const frames = [...withParents(holder).map(frameOf), ...(control ? [boxOf(control)] : [])];
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({
      words: node.textContent ?? "",
      box: { left, right, top: (top + bottom - fontPx) / 2, bottom: (top + bottom + fontPx) / 2 },
      fontPx,
      layer: layerOf(holder),
      isInStrip: isInStrip(holder),
      frames,
    }));
  };
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const fixed = [...document.querySelectorAll(".at-bottom")].filter(isSeen).map((element) => boxOf(element).top);
  return {
    window: { width: innerWidth, height: innerHeight },
    width: Math.max(
      ...[...document.querySelectorAll("html,.taro_page")].filter(isSeen).map(({ scrollWidth }) => scrollWidth),
    ),
    bottomFrom: Math.min(innerHeight, ...fixed),
    lines: nodes.flatMap((node) => {
      const holder = node.parentElement;
      return holder && isSeen(holder) && node.textContent?.trim() ? linesOf(node, holder) : [];
    }),
    controls: controlElements.map(controlOf),
  };
}
