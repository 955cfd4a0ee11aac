import AxeBuilder from "@axe-core/playwright";
import { expect } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Phone } from "./h5-app";
import { inPlace, standStill } from "./read-screen";

/** What must never meet an eye: Latin words, an ISO date, a missing value. */
const RAW = /[A-Za-z]{2,}|\d{4}-\d{2}-\d{2}/;

type Name = string | RegExp;
type Role = "button" | "radio" | "checkbox" | "switch" | "tab";

// Pages one came from stay in the document, hidden: only what is seen counts.

/** Words, as far as they are seen. */
export const words = (page: Page, text: Name) => page.getByText(text).filter({ visible: true }).first();

/** Waits until words are seen. */
export const seen = (page: Page, text: Name) => words(page, text).waitFor();

export const button = (page: Page, name: Name) => control(page, "button", name);

export const field = (page: Page, label: Name) =>
  page.getByRole("textbox", { name: label, exact: true }).filter({ visible: true }).first();

export const tap = (page: Page, name: Name) => press(page, "button", name);

/** Takes one of several. */
export const choose = (page: Page, name: Name) => press(page, "radio", name);

/** Ticks one of several, or takes the tick away. */
export const tick = (page: Page, name: Name) => press(page, "checkbox", name);

export const openTab = (page: Page, name: Name) => press(page, "tab", name);

export const type = (page: Page, label: Name, value: string) => field(page, label).fill(value);

/** Fills in a birth date's three fields. */
export async function typeBirthDate(page: Page, [year, month, day]: readonly [string, string, string]): Promise<void> {
  await type(page, "年", year);
  await type(page, "月", month);
  await type(page, "日", day);
}

/** A button's words are its whole name; of the others a part will do, what they cost stands behind it. */
const control = (page: Page, role: Role, name: Name) =>
  page
    .getByRole(role, { name, exact: role === "button" && typeof name === "string" })
    .filter({ visible: true })
    .first();

/** A finger comes when the page stands: while one slides in, what it is to meet may be on the page that leaves. */
async function press(page: Page, role: Role, name: Name): Promise<void> {
  const wanted = control(page, role, name);
  await wanted.waitFor();
  await inPlace(page);
  await wanted.click();
}

interface Session {
  readonly token: string;
  readonly personId: string;
  readonly community?: { readonly id: string; readonly label: string };
}

/** Makes a phone that of somebody who has signed in on it, and chosen a community where one is named; then open a page. */
export async function startSession({ page }: Phone, { community, ...session }: Session): Promise<void> {
  await page.addInitScript(
    ({ data, chosen }) => {
      // Once: whoever signs out stays signed out.
      if (sessionStorage.getItem("has-begun") !== null) return;
      sessionStorage.setItem("has-begun", "yes");
      const settings = JSON.parse(localStorage.getItem("yike.settings") ?? "") as { data: object };
      localStorage.setItem("yike.session", JSON.stringify({ data }));
      localStorage.setItem("yike.settings", JSON.stringify({ data: { ...settings.data, ...chosen } }));
    },
    { data: session, chosen: community ? { community } : {} },
  );
}

/** Whether a screen is fit to be seen: WCAG, no horizontal scroll, no raw words, nothing on the console. */
export async function expectWellMade({ page, faults }: Phone): Promise<void> {
  await standStill(page);
  const axe = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(
    true,
  );
  expect(await page.locator("body").innerText()).not.toMatch(RAW);
  expect(faults).toEqual([]);
}
