import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { relay } from "@server/core/outbox/relay";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import type { PersonDocument } from "@server/domains/accounts/person.model";
import { buildBond } from "@server/domains/family/family.builders";
import { portionEvents } from "@server/domains/meals/portion-events";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "../support/app";
import { describeInChromium } from "../support/chromium";
import { ensureH5Built, H5_BUILD, openSite, type Phone, type Site } from "../support/h5-app";
import { buildLunchWorld, type LunchWorld } from "../support/lunch-world";

const BUILD_AND_START_MS = 240_000;
/** What must never meet an eye: Latin words, an ISO date, a missing value. */
const RAW = /[A-Za-z]{2,}|\d{4}-\d{2}-\d{2}/;

describeInChromium("a daughter books lunch for her mother", () => {
  let app: TestApp;
  let site: Site;
  let world: LunchWorld;
  let elder: PersonDocument;
  let daughter: PersonDocument;

  beforeAll(async () => {
    ensureH5Built();
    app = await startApp({ appFolder: H5_BUILD });
    world = await buildLunchWorld(app);
    site = await openSite(app);
  }, BUILD_AND_START_MS);

  beforeEach(async () => {
    const { _id: communityId } = world.community;
    daughter = await buildPerson(app.deps, { preferredName: "小敏", birthDate: "1977-07-28", communityId });
    elder = await buildPerson(app.deps, { communityId });
  });

  afterAll(async () => {
    await site.close();
    await app.close();
  });

  /** Pages one came from stay in the document, hidden: only what is seen counts. */
  const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
  const button = (page: Page, name: string | RegExp) =>
    page.getByRole("button", { name, exact: true }).filter({ visible: true }).first();
  const tap = (page: Page, name: string | RegExp) => button(page, name).click();
  const tab = (page: Page, name: string) => page.getByRole("tab", { name }).filter({ visible: true }).first().click();

  /** The cook makes a code on his own phone's account; whoever it is for types it. */
  async function signIn({ page }: Phone, person: PersonDocument): Promise<void> {
    const token = await app.signInAs(world.cook._id);
    const { body } = await app.request
      .post("/api/accounts/login-codes")
      .set("Authorization", `Bearer ${token}`)
      .send({ carePointId: world.canteen._id, residentId: person._id })
      .expect(200);
    await page.goto("/");
    await tap(page, "登录订餐");
    await page.getByRole("textbox", { name: "登录码" }).fill(body.data.code);
    await tap(page, "登录");
    await page
      .getByRole("heading", { name: person.preferredName ?? "" })
      .first()
      .waitFor();
  }

  async function expectWellMade({ page, faults }: Phone): Promise<void> {
    const axe = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
    expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    expect(await page.locator("body").innerText()).not.toMatch(RAW);
    expect(faults).toEqual([]);
  }

  async function openFamily({ page }: Phone): Promise<void> {
    await tab(page, "我的");
    await tap(page, /^家人/);
    await button(page, /^请家人帮我/).waitFor();
  }

  /** Once home is whole: what comes late moves what is below it. */
  async function changeTo({ page }: Phone, name: string): Promise<void> {
    await button(page, "订明天午饭").waitFor();
    await page.getByRole("radio", { name }).click();
    await seen(page, `正在替${name}订餐`);
  }

  test("the mother makes a code, the daughter takes it up and books, the mother sees who it was and ends it", async () => {
    const [hers, mothers] = [await site.phone(), await site.phone()];
    await signIn(mothers, elder);
    await openFamily(mothers);
    await tap(mothers.page, /^请家人帮我/);
    await expectWellMade(mothers);
    await tap(mothers.page, "做一个邀请码");
    await seen(mothers.page, "15 分钟内有效，到 10:15");
    await expectWellMade(mothers);
    const shown = await mothers.page.locator(".code-card-code").filter({ visible: true }).first().innerText();
    const code = shown.replace(/\D/g, "");
    expect(code).toMatch(/^\d{6}$/);

    await signIn(hers, daughter);
    await openFamily(hers);
    await tap(hers.page, /^我帮家人/);
    await hers.page.getByRole("textbox", { name: "邀请码" }).fill(code);
    for (const [label, value] of [
      ["年", "1948"],
      ["月", "5"],
      ["日", "7"],
    ] as const) {
      await hers.page.getByRole("textbox", { name: label, exact: true }).fill(value);
    }
    await tap(hers.page, "好了");
    await seen(hers.page, /邀请码和生日没有对上/);
    await expectWellMade({ ...hers, faults: [] });
    await hers.page.getByRole("textbox", { name: "日", exact: true }).fill("6");
    await tap(hers.page, "好了");
    await seen(hers.page, "您可以替王阿姨办事了");
    hers.faults.length = 0;
    await expectWellMade(hers);

    await tap(hers.page, "替王阿姨订餐");
    await seen(hers.page, "正在替王阿姨订餐");
    await expectWellMade(hers);
    await tap(hers.page, "订明天午饭");
    await seen(hers.page, "正在替王阿姨订餐");
    await tap(hers.page, "订这份");
    await button(hers.page, "确定").waitFor();
    expect(await hers.page.getByRole("dialog").innerText()).toContain("替王阿姨订");
    await expectWellMade(hers);
    await tap(hers.page, "确定");
    await seen(hers.page, "替王阿姨订好了");
    await seen(hers.page, "您替王阿姨订的");
    await expectWellMade(hers);
    const portion = await PortionModel.findOne({ elder: elder._id, active: true }).lean();
    expect(portion?.bookedBy).toBe(daughter._id);

    await relay({ source: portionEvents, deps: app.deps });
    await mothers.page.goto("/");
    await seen(mothers.page, "女儿小敏替您订的");
    await openFamily(mothers);
    await tap(mothers.page, "家人替我办了什么");
    await seen(mothers.page, /女儿小敏替您订了11月23日 星期一 午饭/);
    await expectWellMade(mothers);
    await tap(mothers.page, "返回");
    await tap(mothers.page, /不让帮忙了/);
    await tap(mothers.page, "确定取消");
    await mothers.page.getByText("谁替我办事").waitFor({ state: "hidden" });

    await hers.page.goto("/");
    await seen(hers.page, "不能再替王阿姨订餐了，现在给您自己订。");
    await button(hers.page, "订明天午饭").waitFor();
    expect(await PortionModel.countDocuments({ elder: elder._id, active: true })).toBe(1);
  }, 120_000);

  test("one tap changes for whom, one tap changes back, and each list is of whom it says", async () => {
    await buildBond(app.deps, { elder: elder._id, helper: daughter._id });
    const phone = await site.phone();
    const { page } = phone;
    await signIn(phone, daughter);
    await changeTo(phone, "王阿姨");
    await tap(page, "订明天午饭");
    await tap(page, "订这份");
    await tap(page, "确定");
    await seen(page, "替王阿姨订好了");
    await tap(page, "回首页");
    await tab(page, "预订");
    await seen(page, "正在替王阿姨订餐");
    await seen(page, "您替王阿姨订的");
    await expectWellMade(phone);
    await tap(page, "换回自己");
    await seen(page, "还没有订饭");
    await tab(page, "首页");
    await button(page, "订明天午饭").waitFor();
    expect(await page.getByText("正在替王阿姨订餐").filter({ visible: true }).count()).toBe(0);
  }, 60_000);

  test("the cook makes the code for an elder who stands before him", async () => {
    const phone = await site.phone();
    const { page } = phone;
    const token = await app.signInAs(world.cook._id);
    await page.addInitScript((session) => localStorage.setItem("yike.session", JSON.stringify({ data: session })), {
      token,
      personId: world.cook._id,
    });
    await page.goto("/");
    await tab(page, "我的");
    await tap(page, /^家人邀请码/);
    await page.getByRole("textbox", { name: "称呼或手机尾号" }).fill("王阿姨");
    await tap(page, "找一找");
    await button(page, /^王阿姨/).click();
    await tap(page, "做一个邀请码");
    await seen(page, /填这六个数字和王阿姨的生日/);
    await expectWellMade(phone);
  }, 60_000);

  test("at 320 pixels and the largest type every screen of the family stays whole", async () => {
    await buildBond(app.deps, { elder: elder._id, helper: daughter._id, scopes: ["meals", "care_notes"] });
    const phone = await site.phone({ width: 320, textSize: "largest" });
    const { page } = phone;
    await signIn(phone, daughter);
    await changeTo(phone, "王阿姨");
    await expectWellMade(phone);
    await openFamily(phone);
    await expectWellMade(phone);
    for (const row of [/^请家人帮我/, /^我帮家人/, "家人替我办了什么"]) {
      await tap(page, row);
      await expectWellMade(phone);
      await tap(page, "返回");
    }
    await tap(page, /不再帮忙了/);
    await button(page, "确定取消").waitFor();
    await expectWellMade(phone);
  }, 60_000);
});
