import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "../support/app";
import { describeInChromium } from "../support/chromium";
import { ensureH5Built, H5_BUILD, openSite, type Phone, type Site } from "../support/h5-app";
import { buildLunchWorld, type LunchWorld } from "../support/lunch-world";
import { expectWellMade } from "../support/screens";

const BUILD_AND_START_MS = 240_000;

describeInChromium("an elder books tomorrow's lunch on her phone", () => {
  let app: TestApp;
  let site: Site;
  let world: LunchWorld;

  beforeAll(async () => {
    ensureH5Built();
    app = await startApp({ appFolder: H5_BUILD });
    world = await buildLunchWorld(app);
    site = await openSite(app);
  }, BUILD_AND_START_MS);

  afterAll(async () => {
    await site.close();
    await app.close();
  });

  /** Pages one came from stay in the document, hidden: only what is seen counts. */
  const seen = (page: Page, text: string) => page.getByText(text).filter({ visible: true }).first().waitFor();
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  const held = () => PortionModel.countDocuments({ elder: world.elder._id, active: true });

  /** The cook makes a code on his own phone's account; she types it, as at the counter. */
  async function signIn({ page }: Phone): Promise<void> {
    const token = await app.signInAs(world.cook._id);
    const { body } = await app.request
      .post("/api/accounts/login-codes")
      .set("Authorization", `Bearer ${token}`)
      .send({ carePointId: world.canteen._id, residentId: world.elder._id })
      .expect(200);
    await page.goto("/");
    await button(page, "登录订餐").click();
    await page.getByRole("textbox", { name: "登录码" }).fill(body.data.code);
    await button(page, "登录").click();
    await page.getByRole("heading", { name: /王阿姨/ }).waitFor();
  }

  test("three taps from home to the code, then home shows it and one tap and a yes give it back", async () => {
    const phone = await site.phone();
    const { page } = phone;
    await signIn(phone);
    await expectWellMade(phone);

    let taps = 0;
    const tap = async (name: string) => {
      taps += 1;
      await button(page, name).click();
    };
    await tap("订明天午饭");
    await button(page, "订这份").waitFor();
    await expectWellMade(phone);
    await tap("订这份");
    await button(page, "确定").waitFor();
    await expectWellMade(phone);
    await tap("确定");
    await seen(page, "订好了");
    expect(taps).toBe(3);
    await expectWellMade(phone);

    const portion = await PortionModel.findOne({ elder: world.elder._id, active: true }).lean();
    const code = portion?.code ?? "";
    expect(code).toMatch(/^\d{6}$/);
    const shown = `${code.slice(0, 3)} ${code.slice(3)}`;
    await seen(page, shown);

    await button(page, "回首页").click();
    await seen(page, "明天午饭已订好");
    await seen(page, shown);

    await page.getByRole("tab", { name: "预订" }).click();
    await button(page, "取消明天的红烧豆腐套餐").click();
    await button(page, "取消这一餐").click();
    await seen(page, "还没有订饭");
    expect(await held()).toBe(0);
  }, 60_000);

  test("a double tap on 确定 books once, by keyboard too", async () => {
    const phone = await site.phone();
    const { page } = phone;
    await signIn(phone);
    await button(page, "订明天午饭").focus();
    await page.keyboard.press("Enter");
    await button(page, "订这份").focus();
    await page.keyboard.press("Enter");
    await button(page, "确定").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await seen(page, "订好了");
    expect(await held()).toBe(1);
    await PortionModel.updateMany({ elder: world.elder._id, active: true }, { $unset: { active: 1 } });
  }, 60_000);

  test("at 320 pixels and the largest type every screen of the way stays whole", async () => {
    const phone = await site.phone({ width: 320, textSize: "largest" });
    const { page } = phone;
    await signIn(phone);
    await expectWellMade(phone);
    for (const name of ["附近", "预订", "我的"]) {
      await page.getByRole("tab", { name }).click();
      await page.getByRole("heading", { level: 1 }).last().waitFor();
      await expectWellMade(phone);
    }
    await page.getByRole("tab", { name: "首页" }).click();
    await button(page, "订明天午饭").click();
    await button(page, "订这份").click();
    await button(page, "确定").waitFor();
    await expectWellMade(phone);
  }, 60_000);
});
