import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PersonModel } from "@server/domains/accounts/person.model";
import { describeInChromium } from "../support/chromium";
import type { Phone } from "../support/h5-app";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { choose, expectWellMade, openTab, seen, tap, tick } from "../support/screen";

describeInChromium("what is kept about her is hers", () => {
  let site: LunchSite;
  let phone: Phone;

  beforeAll(async () => {
    site = await openLunchSite();
    phone = await site.phoneOf(site.world.elder);
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  test("她登记对大豆过敏，菜单和单子都提醒，照样能订", async () => {
    const { page, faults } = phone;
    await page.goto("/");
    await openTab(page, "我的");
    await tap(page, /过敏和忌口/);
    await tick(page, "大豆");
    await seen(page, /随时可以撤回/);
    await tap(page, "同意并保存");
    await seen(page, /您自己同意的，已经登记好了/);
    await expectWellMade(phone);
    await page.goto(`/domains/meals/pages/menu/index?carePointId=${site.world.canteen._id}`);
    await seen(page, "注意：含大豆，您登记过对大豆过敏");
    await choose(page, /红烧豆腐套餐/);
    await tap(page, /订这份/);
    await seen(page, /含大豆，您登记过对大豆过敏。想订还是能订/);
    await tap(page, "确定");
    await seen(page, /订好了/);
    expect(faults).toEqual([]);
  }, 60_000);

  test("存一份：一个文件到了她手里，里面是她的资料", async () => {
    const { page, faults } = phone;
    await page.goto("/domains/accounts/pages/my-data/index");
    const download = page.waitForEvent("download");
    await tap(page, "存一份");
    const file = await download;
    expect(file.suggestedFilename()).toBe("一刻-我的资料-2026-11-22.json");
    const kept: unknown = JSON.parse(await readFile(await file.path(), "utf8"));
    expect(kept).toMatchObject({
      我的资料: { preferredName: "王阿姨", birthDate: "1948-05-06" },
      过敏和忌口: { allergens: ["soybean"] },
    });
    expect(JSON.stringify(kept)).toContain("红烧豆腐套餐");
    expect(faults).toEqual([]);
  }, 60_000);

  test("她看自己的资料，注销前再问一次，然后什么都没有了", async () => {
    const { page, faults } = phone;
    await page.goto("/tabs/me/index");
    await tap(page, /我的资料/);
    await seen(page, "1948年5月6日");
    await seen(page, /红烧豆腐套餐/);
    await expectWellMade(phone);
    await tap(page, "注销账号");
    await seen(page, "真的要注销吗？");
    await tap(page, "不注销，留着");
    expect((await PersonModel.findById(site.world.elder._id).lean())?.preferredName).toBe("王阿姨");
    await tap(page, "注销账号");
    await tap(page, "注销");
    await seen(page, "登录订餐");
    expect((await PersonModel.findById(site.world.elder._id).lean())?.preferredName ?? null).toBeNull();
    expect(faults).toEqual([]);
  }, 60_000);
});
