import type { Page } from "playwright-core";

/** More stops than any page has. */
const STOPS_AT_MOST = 80;

/** Somebody who uses nothing but the keyboard, and how many keys she has pressed. */
export interface Typist {
  readonly presses: () => number;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Goes on by Tab until the control of this name has the focus, and presses it. @throws Error when there is none */
  readonly enter: (name: RegExp) => Promise<void>;
}

export function typist(page: Page): Typist {
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
    });
  const enter = async (name: RegExp) => {
    for (let stop = 0; stop < STOPS_AT_MOST; stop += 1) {
      await press("Tab");
      if (name.test(await focused())) return press("Enter");
    }
    throw new Error(`no Tab leads to ${name}`);
  };
  const type = async (text: string) => {
    presses += text.length;
    await page.keyboard.type(text);
  };
  return { presses: () => presses, press, type, enter };
}
