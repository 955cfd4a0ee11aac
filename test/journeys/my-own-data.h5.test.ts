import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { PersonModel } from "@server/domains/accounts/person.model";
import { startApp, type TestApp } from "../support/app";
import { describeInChromium } from "../support/chromium";
import { ensureH5Built, H5_BUILD, openSite, type Phone, type Site } from "../support/h5-app";
import { buildLunchWorld, type LunchWorld } from "../support/lunch-world";

const BUILD_AND_START_MS = 240_000;

describeInChromium("what is kept about her is hers", () => {
  let app: TestApp;
  let site: Site;
  let world: LunchWorld;
  let phone: Phone;

  beforeAll(async () => {
    ensureH5Built();
    app = await startApp({ appFolder: H5_BUILD });
    world = await buildLunchWorld(app);
    site = await openSite(app);
    phone = await site.phone();
    await signIn(phone.page);
  }, BUILD_AND_START_MS);
  afterAll(async () => {
    await site.close();
    await app.close();
  });

  /** Pages one came from stay in the document, hidden: only what is seen counts. */
  const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
  const tap = (page: Page, name: string | RegExp, role: "button" | "checkbox" | "tab" = "button") =>
    page
      .getByRole(role, { name, exact: role === "button" && typeof name === "string" })
      .filter({ visible: true })
      .first()
      .click();

  /** As the phone is after a sign-in that another journey plays. */
  async function signIn(page: Page): Promise<void> {
    const session = { token: await app.signInAs(world.elder._id), personId: world.elder._id };
    await page.goto("/");
    await page.evaluate((data) => {
      localStorage.setItem("yike.session", JSON.stringify({ data }));
    }, session);
    await page.goto("/");
  }

  const violations = async (page: Page) =>
    (await new AxeBuilder({ page }).include(".taro_page:not([style*='none'])").analyze()).violations.map(
      ({ id }) => id,
    );

  test("她登记对大豆过敏，菜单和单子都提醒，照样能订", async () => {
    const { page, faults } = phone;
    await tap(page, "我的", "tab");
    await tap(page, /过敏和忌口/);
    await tap(page, "大豆", "checkbox");
    await seen(page, /随时可以撤回/);
    await tap(page, "同意并保存");
    await seen(page, /您自己同意的，已经登记好了/);
    expect(await violations(page)).toEqual([]);
    await page.goto(`/domains/meals/pages/menu/index?carePointId=${world.canteen._id}`);
    await seen(page, "注意：含大豆，您登记过对大豆过敏");
    await page.getByRole("radio", { name: /红烧豆腐套餐/ }).click();
    await tap(page, /订这份/);
    await seen(page, /含大豆，您登记过对大豆过敏。想订还是能订/);
    await tap(page, "确定");
    await seen(page, /订好了/);
    expect(faults).toEqual([]);
  }, 60_000);

  test("她看自己的资料，注销前再问一次，然后什么都没有了", async () => {
    const { page, faults } = phone;
    await page.goto("/tabs/me/index");
    await tap(page, /我的资料/);
    await seen(page, "1948年5月6日");
    await seen(page, /红烧豆腐套餐/);
    expect(await violations(page)).toEqual([]);
    await tap(page, "注销账号");
    await seen(page, "真的要注销吗？");
    await tap(page, "不注销，留着");
    expect((await PersonModel.findById(world.elder._id).lean())?.preferredName).toBe("王阿姨");
    await tap(page, "注销账号");
    await tap(page, "注销");
    await seen(page, "登录订餐");
    expect((await PersonModel.findById(world.elder._id).lean())?.preferredName ?? null).toBeNull();
    expect(faults).toEqual([]);
  }, 60_000);
});
