import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { relay } from "@server/core/outbox/relay";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import type { PersonDocument } from "@server/domains/accounts/person.model";
import { buildBond } from "@server/domains/family/family.builders";
import { portionEvents } from "@server/domains/meals/portion-events";
import { PortionModel } from "@server/domains/meals/portion.model";
import { describeInChromium } from "../support/chromium";
import type { Phone } from "../support/h5-app";
import { BUILD_AND_START_MS, openLunchSite, signInByCode, type LunchSite } from "../support/lunch-site";
import { button, choose, expectWellMade, openTab, seen, tap, type, typeBirthDate, words } from "../support/screen";

describeInChromium("a daughter books lunch for her mother", () => {
  let site: LunchSite;
  let elder: PersonDocument;
  let daughter: PersonDocument;

  beforeAll(async () => {
    site = await openLunchSite();
  }, BUILD_AND_START_MS);
  beforeEach(async () => {
    const { deps } = site.app;
    const { _id: communityId } = site.world.community;
    daughter = await buildPerson(deps, { preferredName: "小敏", birthDate: "1977-07-28", communityId });
    elder = await buildPerson(deps, { communityId });
  });
  afterAll(() => site.close());

  async function openFamily({ page }: Phone): Promise<void> {
    await openTab(page, "我的");
    await tap(page, /^家人/);
    await button(page, /^请家人帮我/).waitFor();
  }

  /** Once home is whole: what comes late moves what is below it. */
  async function changeTo({ page }: Phone, name: string): Promise<void> {
    await button(page, "订明天午饭").waitFor();
    await choose(page, name);
    await seen(page, `正在替${name}订餐`);
  }

  test("the mother makes a code, the daughter takes it up and books, the mother sees who it was and ends it", async () => {
    const [hers, mothers] = [await site.phone(), await site.phone()];
    await signInByCode(site, mothers, elder);
    await openFamily(mothers);
    await tap(mothers.page, /^请家人帮我/);
    await expectWellMade(mothers);
    await tap(mothers.page, "做一个邀请码");
    await seen(mothers.page, "15 分钟内有效，到 10:15");
    await expectWellMade(mothers);
    const shown = await mothers.page.locator(".code-card-code").filter({ visible: true }).first().innerText();
    const code = shown.replace(/\D/g, "");
    expect(code).toMatch(/^\d{6}$/);

    await signInByCode(site, hers, daughter);
    await openFamily(hers);
    await tap(hers.page, /^我帮家人/);
    await type(hers.page, "邀请码", code);
    await typeBirthDate(hers.page, ["1948", "5", "7"]);
    await tap(hers.page, "好了");
    await seen(hers.page, /邀请码和生日没有对上/);
    await expectWellMade({ ...hers, faults: [] });
    await type(hers.page, "日", "6");
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

    await relay({ source: portionEvents, deps: site.app.deps });
    await mothers.page.goto("/");
    await seen(mothers.page, "女儿小敏替您订的");
    await openFamily(mothers);
    await tap(mothers.page, "家人替我办了什么");
    await seen(mothers.page, /女儿小敏替您订了11月23日 星期一 午饭/);
    await expectWellMade(mothers);
    await tap(mothers.page, "返回");
    await tap(mothers.page, /不让帮忙了/);
    await tap(mothers.page, "确定取消");
    await words(mothers.page, "谁替我办事").waitFor({ state: "hidden" });

    await hers.page.goto("/");
    await seen(hers.page, "不能再替王阿姨订餐了，现在给您自己订。");
    await button(hers.page, "订明天午饭").waitFor();
    expect(await PortionModel.countDocuments({ elder: elder._id, active: true })).toBe(1);
  }, 120_000);

  test("one tap changes for whom, one tap changes back, and each list is of whom it says", async () => {
    await buildBond(site.app.deps, { elder: elder._id, helper: daughter._id });
    const phone = await site.phone();
    const { page } = phone;
    await signInByCode(site, phone, daughter);
    await changeTo(phone, "王阿姨");
    await tap(page, "订明天午饭");
    await tap(page, "订这份");
    await tap(page, "确定");
    await seen(page, "替王阿姨订好了");
    await tap(page, "回首页");
    await openTab(page, "预订");
    await seen(page, "正在替王阿姨订餐");
    await seen(page, "您替王阿姨订的");
    await expectWellMade(phone);
    await tap(page, "换回自己");
    await seen(page, "还没有订饭");
    await openTab(page, "首页");
    await button(page, "订明天午饭").waitFor();
    await words(page, "正在替王阿姨订餐").waitFor({ state: "hidden" });
  }, 60_000);

  test("the cook makes the code for an elder who stands before him", async () => {
    const phone = await site.phoneOf(site.world.cook);
    const { page } = phone;
    await page.goto("/");
    await openTab(page, "我的");
    await tap(page, /^家人邀请码/);
    await type(page, "称呼或手机尾号", "王阿姨");
    await tap(page, "找一找");
    await tap(page, /^王阿姨/);
    await tap(page, "做一个邀请码");
    await seen(page, /填这六个数字和王阿姨的生日/);
    await expectWellMade(phone);
  }, 60_000);

  test("at 320 pixels and the largest type every screen of the family stays whole", async () => {
    await buildBond(site.app.deps, { elder: elder._id, helper: daughter._id, scopes: ["meals", "care_notes"] });
    const phone = await site.phone({ width: 320, textSize: "largest" });
    const { page } = phone;
    await signInByCode(site, phone, daughter);
    await changeTo(phone, "王阿姨");
    await expectWellMade(phone);
    await openFamily(phone);
    await expectWellMade(phone);
    for (const [row, title] of [
      [/^请家人帮我/, "请家人帮我"],
      [/^我帮家人/, "我帮家人"],
      ["家人替我办了什么", "家人替我办了什么"],
    ] as const) {
      await tap(page, row);
      await page.getByRole("heading", { level: 1, name: title }).filter({ visible: true }).waitFor();
      await expectWellMade(phone);
      await tap(page, "返回");
    }
    await tap(page, /不再帮忙了/);
    await button(page, "确定取消").waitFor();
    await expectWellMade(phone);
  }, 60_000);
});
