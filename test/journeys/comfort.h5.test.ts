import AxeBuilder from "@axe-core/playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import type { PersonDocument } from "@server/domains/accounts/person.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "../support/app";
import { describeInChromium } from "../support/chromium";
import { ensureH5Built, H5_BUILD, openSite, type Phone, type Site } from "../support/h5-app";
import { buildLunchWorld, type LunchWorld } from "../support/lunch-world";

const BUILD_AND_START_MS = 240_000;
const DRAFTS = "yike.copy.draft.";
/** What must never meet an eye: Latin words, an ISO date, a missing value. */
const RAW = /[A-Za-z]{2,}|\d{4}-\d{2}-\d{2}/;

describeInChromium("comfort on a phone of one's own", () => {
  let app: TestApp;
  let site: Site;
  let world: LunchWorld;
  let elder: PersonDocument;
  const phones: Phone[] = [];

  beforeAll(async () => {
    ensureH5Built();
    app = await startApp({ appFolder: H5_BUILD });
    world = await buildLunchWorld(app);
    site = await openSite(app);
  }, BUILD_AND_START_MS);
  beforeEach(async () => {
    elder = await buildPerson(app.deps, { communityId: world.community._id });
  });
  afterEach(async () => {
    await Promise.all(phones.splice(0).map(({ page }) => page.context().close()));
  });
  afterAll(async () => {
    await site.close();
    await app.close();
  });

  /** Pages one came from stay in the document, hidden: only what is seen counts. */
  const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
  const button = (page: Page, name: string | RegExp) =>
    page.getByRole("button", { name, exact: true }).filter({ visible: true }).first();
  const tab = (page: Page, name: string) => page.getByRole("tab", { name }).filter({ visible: true }).first().click();
  const field = (page: Page, name: string) =>
    page.getByRole("textbox", { name, exact: true }).filter({ visible: true });
  const held = () => PortionModel.find({ elder: elder._id, active: true }).lean();
  const menuAddress = () =>
    `/domains/meals/pages/menu/index?carePointId=${world.canteen._id}&serviceDate=${world.menu.serviceDate}&meal=lunch`;
  const draftsOn = (page: Page): Promise<string[]> =>
    page.evaluate((beginning) => Object.keys(localStorage).filter((name) => name.startsWith(beginning)), DRAFTS);

  async function phoneOf(person: PersonDocument | null, options: Parameters<Site["phone"]>[0] = {}): Promise<Phone> {
    const phone = await site.phone(options);
    phones.push(phone);
    if (!person) return phone;
    await phone.page.addInitScript(
      ({ session, community, textSize }) => {
        localStorage.setItem("yike.session", JSON.stringify({ data: session }));
        localStorage.setItem("yike.settings", JSON.stringify({ data: { textSize, community } }));
      },
      {
        session: { token: await app.signInAs(person._id), personId: person._id },
        community: { id: world.community._id, label: "红旗区 春风社区" },
        textSize: options.textSize ?? "standard",
      },
    );
    return phone;
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

  describe("finding things", () => {
    test("a guest types 长辈版, comes to the text size and has it large at once", async () => {
      const phone = await phoneOf(null);
      const { page } = phone;
      await page.goto("/");
      await button(page, /^找功能/).click();
      await field(page, "找什么").fill("长辈版");
      await expectWellMade(phone);
      await button(page, /^字号/).click();
      await page.getByRole("radio", { name: "特大字" }).click();
      await page.locator(".yike-page.size-largest").filter({ visible: true }).first().waitFor();
    }, 60_000);

    test("what is nowhere is said, with whom to call; what belongs to a person leads a guest to sign in", async () => {
      const phone = await phoneOf(null, { width: 320, textSize: "largest" });
      const { page } = phone;
      await page.goto("/domains/accounts/pages/search/index");
      await expectWellMade(phone);
      await field(page, "找什么").fill("股票");
      await seen(page, /没有找到“股票”/);
      await button(page, "打电话 12345").waitFor();
      await expectWellMade(phone);
      await field(page, "找什么").fill("女儿");
      await button(page, /^家人/).click();
      await field(page, "登录码").waitFor();
    }, 60_000);

    test("关于一刻 leads to what was tried and what was not", async () => {
      const phone = await phoneOf(null, { width: 320, textSize: "largest" });
      const { page } = phone;
      await page.goto("/domains/accounts/pages/about/index");
      await seen(page, /加了密再存/);
      await expectWellMade(phone);
      await button(page, /^无障碍说明/).click();
      await seen(page, /没有用真的读屏软件试过/);
      await expectWellMade(phone);
    }, 60_000);
  });

  describe("when the phone rings and the app is closed", () => {
    async function beginOrder(page: Page): Promise<void> {
      await page.goto(menuAddress());
      await page.getByRole("radio", { name: /^番茄炒蛋套餐/ }).click();
      await page.getByRole("radio", { name: "自己取" }).click();
      await button(page, "订这份").click();
      await button(page, "确定").waitFor();
    }
    const question = (page: Page) => page.getByRole("dialog").filter({ visible: true }).innerText();

    test("the sheet comes back with its choice, and nothing of it stays once it is sent", async () => {
      const { page, faults } = await phoneOf(elder);
      await beginOrder(page);
      const asked = await question(page);
      expect(asked).toContain("番茄炒蛋套餐");
      await page.reload();
      await button(page, "确定").waitFor();
      expect(await question(page)).toBe(asked);
      await button(page, "确定").click();
      await seen(page, "订好了");
      expect(await held()).toMatchObject([{ mode: "pick_up" }]);
      expect(await draftsOn(page)).toEqual([]);
      expect(faults).toEqual([]);
    }, 60_000);

    test("an hour later, or after leaving the menu by one's own will, nothing is asked", async () => {
      const { page } = await phoneOf(elder);
      await beginOrder(page);
      const [name = ""] = await draftsOn(page);
      await page.evaluate((kept) => {
        const { data } = JSON.parse(localStorage.getItem(kept) ?? "") as { data: { until: number } };
        localStorage.setItem(kept, JSON.stringify({ data: { ...data, until: data.until - 60 * 60_000 } }));
      }, name);
      await page.reload();
      await button(page, "订这份").waitFor();
      expect(await page.getByRole("dialog").count()).toBe(0);

      await page.goto("/");
      await button(page, "订明天午饭").click();
      await button(page, "订这份").click();
      await button(page, "再想想").click();
      await button(page, "返回").click();
      await button(page, "订明天午饭").waitFor();
      await page.waitForFunction(
        (beginning) => !Object.keys(localStorage).some((kept) => kept.startsWith(beginning)),
        DRAFTS,
        { timeout: 5_000 },
      );
    }, 60_000);

    test("of her three answers the name comes back; her birth date was never on the phone", async () => {
      const newcomer = await buildPerson(app.deps, { preferredName: null, birthDate: null });
      const { page } = await phoneOf(newcomer);
      await page.goto("/domains/accounts/pages/onboarding/index");
      await field(page, "怎么称呼您").fill("赵奶奶");
      for (const [label, value] of [
        ["年", "1943"],
        ["月", "9"],
        ["日", "17"],
      ] as const)
        await field(page, label).fill(value);
      expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain("赵奶奶");
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/(?<![\w-])1943(?![\w-])/);
      await page.reload();
      await seen(page, "刚才填的称呼还在，别的请再填一次。");
      expect(await field(page, "怎么称呼您").inputValue()).toBe("赵奶奶");
      expect(await field(page, "年").inputValue()).toBe("");
    }, 60_000);
  });

  describe("without a network", () => {
    const bar = (page: Page) => page.getByText("现在没有网络，看到的是刚才的内容").filter({ visible: true });

    test("what was seen before is there with the bar; ordering says so at once and books nothing", async () => {
      const { page } = await phoneOf(elder);
      await page.goto("/");
      await button(page, "订明天午饭").click();
      await button(page, "订这份").waitFor();
      await button(page, "返回").click();
      await tab(page, "预订");
      await seen(page, "还没有订饭");
      await tab(page, "首页");

      await page.context().setOffline(true);
      await bar(page).first().waitFor();
      await button(page, "订明天午饭").click();
      await seen(page, "红烧豆腐套餐");
      await bar(page).first().waitFor();
      await button(page, "订这份").click();
      await button(page, "确定").click();
      await page.getByText("没有连上网").filter({ visible: true }).first().waitFor({ timeout: 2_000 });
      expect(await held()).toEqual([]);

      await page.context().setOffline(false);
      await button(page, "确定").click();
      await seen(page, "订好了");
      expect(await bar(page).count()).toBe(0);
      expect(await held()).toHaveLength(1);
    }, 60_000);

    test("opened in a dead zone the app shows the menu and the booking from before", async () => {
      const { page } = await phoneOf(elder);
      await page.goto(menuAddress());
      await button(page, "订这份").click();
      await button(page, "确定").click();
      await seen(page, "订好了");
      await button(page, "回首页").click();
      await tab(page, "预订");
      await button(page, "取消明天的红烧豆腐套餐").waitFor();

      // The app itself still comes, as it does in WeChat; what it asks for does not.
      await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }));
      await page.route("**/api/**", (route) => route.abort("internetdisconnected"));
      await page.goto("/tabs/bookings/index");
      await bar(page).first().waitFor();
      await button(page, "取消明天的红烧豆腐套餐").waitFor();
      await page.goto(menuAddress());
      await bar(page).first().waitFor();
      await seen(page, "番茄炒蛋套餐");
    }, 60_000);
  });
});
