import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PortionModel } from "@server/domains/meals/portion.model";
import { describeInChromium } from "../support/chromium";
import { BUILD_AND_START_MS, openLunchSite, signInByCode, type LunchSite } from "../support/lunch-site";
import { button, expectWellMade, openTab, seen, tap } from "../support/screen";

describeInChromium("an elder books tomorrow's lunch on her phone", () => {
  let site: LunchSite;

  beforeAll(async () => {
    site = await openLunchSite();
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  const held = () => PortionModel.countDocuments({ elder: site.world.elder._id, active: true });

  test("three taps from home to the code, then home shows it and one tap and a yes give it back", async () => {
    const phone = await site.phone();
    const { page } = phone;
    await signInByCode(site, phone, site.world.elder);
    await expectWellMade(phone);

    let taps = 0;
    const tapCounted = async (name: string) => {
      taps += 1;
      await tap(page, name);
    };
    await tapCounted("订明天午饭");
    await button(page, "订这份").waitFor();
    await expectWellMade(phone);
    await tapCounted("订这份");
    await button(page, "确定").waitFor();
    await expectWellMade(phone);
    await tapCounted("确定");
    await seen(page, "订好了");
    expect(taps).toBe(3);
    await expectWellMade(phone);

    const portion = await PortionModel.findOne({ elder: site.world.elder._id, active: true }).lean();
    const code = portion?.code ?? "";
    expect(code).toMatch(/^\d{6}$/);
    const shown = `${code.slice(0, 3)} ${code.slice(3)}`;
    await seen(page, shown);

    await tap(page, "回首页");
    await seen(page, "明天午饭已订好");
    await seen(page, shown);

    await openTab(page, "预订");
    await tap(page, "取消明天的红烧豆腐套餐");
    await tap(page, "取消这一餐");
    await seen(page, "还没有订饭");
    expect(await held()).toBe(0);
  }, 60_000);

  test("a double tap on 确定 books once, by keyboard too", async () => {
    const phone = await site.phone();
    const { page } = phone;
    await signInByCode(site, phone, site.world.elder);
    await button(page, "订明天午饭").focus();
    await page.keyboard.press("Enter");
    await button(page, "订这份").focus();
    await page.keyboard.press("Enter");
    await button(page, "确定").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await seen(page, "订好了");
    expect(await held()).toBe(1);
    await PortionModel.updateMany({ elder: site.world.elder._id, active: true }, { $unset: { active: 1 } });
  }, 60_000);

  test("at 320 pixels and the largest type every screen of the way stays whole", async () => {
    const phone = await site.phone({ width: 320, textSize: "largest" });
    const { page } = phone;
    await signInByCode(site, phone, site.world.elder);
    await expectWellMade(phone);
    for (const name of ["附近", "预订", "我的"]) {
      await openTab(page, name);
      await page.getByRole("heading", { level: 1 }).filter({ visible: true }).first().waitFor();
      await expectWellMade(phone);
    }
    await openTab(page, "首页");
    await tap(page, "订明天午饭");
    await tap(page, "订这份");
    await button(page, "确定").waitFor();
    await expectWellMade(phone);
  }, 60_000);
});
