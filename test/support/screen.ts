import AxeBuilder from "@axe-core/playwright";
import { expect } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Phone } from "./h5-app";

/** What must never meet an eye: Latin words, an ISO date, a missing value. */
const RAW = /[A-Za-z]{2,}|\d{4}-\d{2}-\d{2}/;

// Pages one came from stay in the document, hidden: only what is seen counts.

/** Waits until words are seen. */
export const seen = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).filter({ visible: true }).first();

export const tap = (page: Page, name: string | RegExp) => button(page, name).click();

/** Takes one of several. */
export const choose = (page: Page, name: string) =>
  page.getByRole("radio", { name }).filter({ visible: true }).first().click();

export const type = (page: Page, label: string | RegExp, value: string) =>
  page.getByRole("textbox", { name: label }).filter({ visible: true }).first().fill(value);

/** Goes on as somebody who has signed in on this phone. */
export async function startSession({ page }: Phone, as: { token: string; personId: string }): Promise<void> {
  await page.goto("/");
  await page.evaluate((session) => localStorage.setItem("yike.session", JSON.stringify({ data: session })), as);
}

/** Whether a screen is fit to be seen: WCAG, no horizontal scroll, no raw words, nothing on the console. */
export async function expectWellMade({ page, faults }: Phone): Promise<void> {
  const axe = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(
    true,
  );
  expect(await page.locator("body").innerText()).not.toMatch(RAW);
  expect(faults).toEqual([]);
}
