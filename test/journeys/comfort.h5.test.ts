import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import type { PersonDocument } from "@server/domains/accounts/person.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { describeInChromium } from "../support/chromium";
import type { Phone } from "../support/h5-app";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import {
  button,
  choose,
  expectWellMade,
  field,
  openTab,
  seen,
  tap,
  type,
  typeBirthDate,
  words,
} from "../support/screen";

const DRAFTS = "yike.copy.draft.";

describeInChromium("comfort on a phone of one's own", () => {
  let site: LunchSite;
  let elder: PersonDocument;
  const phones: Phone[] = [];

  beforeAll(async () => {
    site = await openLunchSite();
  }, BUILD_AND_START_MS);
  beforeEach(async () => {
    elder = await buildPerson(site.app.deps, { communityId: site.world.community._id });
  });
  afterEach(async () => {
    await Promise.all(phones.splice(0).map(({ page }) => page.context().close()));
  });
  afterAll(() => site.close());

  const held = () => PortionModel.find({ elder: elder._id, active: true }).lean();
  const menuAddress = () => {
    const { canteen, menu } = site.world;
    return `/domains/meals/pages/menu/index?carePointId=${canteen._id}&serviceDate=${menu.serviceDate}&meal=lunch`;
  };
  const draftsOn = (page: Page): Promise<string[]> =>
    page.evaluate((beginning) => Object.keys(localStorage).filter((name) => name.startsWith(beginning)), DRAFTS);

  /** One at a time: a phone is laid away when its test is over. */
  const taken = async (phone: Promise<Phone>): Promise<Phone> => {
    phones.push(await phone);
    return phone;
  };

  describe("finding things", () => {
    test("a guest types 长辈版, comes to the text size and has it large at once", async () => {
      const phone = await taken(site.phone());
      const { page } = phone;
      await page.goto("/");
      await tap(page, /^找功能/);
      await type(page, "找什么", "长辈版");
      await expectWellMade(phone);
      await tap(page, /^字号/);
      await choose(page, "特大字");
      await page.locator(".yike-page.size-largest").filter({ visible: true }).first().waitFor();
    }, 60_000);

    test("what is nowhere is said, with whom to call; what belongs to a person leads a guest to sign in", async () => {
      const phone = await taken(site.phone({ width: 320, textSize: "largest" }));
      const { page } = phone;
      await page.goto("/domains/accounts/pages/search/index");
      await expectWellMade(phone);
      await type(page, "找什么", "股票");
      await seen(page, /没有找到“股票”/);
      await button(page, "打电话 12345").waitFor();
      await expectWellMade(phone);
      await type(page, "找什么", "女儿");
      await tap(page, /^家人/);
      await field(page, "登录码").waitFor();
    }, 60_000);

    test("关于一刻 leads to what was tried and what was not", async () => {
      const phone = await taken(site.phone({ width: 320, textSize: "largest" }));
      const { page } = phone;
      await page.goto("/domains/accounts/pages/about/index");
      await seen(page, /加了密再存/);
      await expectWellMade(phone);
      await tap(page, /^无障碍说明/);
      await seen(page, /没有用真的读屏软件试过/);
      await expectWellMade(phone);
    }, 60_000);
  });

  describe("when the phone rings and the app is closed", () => {
    async function beginOrder(page: Page): Promise<void> {
      await page.goto(menuAddress());
      await choose(page, /^番茄炒蛋套餐/);
      await choose(page, "自己取");
      await tap(page, "订这份");
      await button(page, "确定").waitFor();
    }
    const question = (page: Page) => page.getByRole("dialog").filter({ visible: true }).innerText();

    test("the sheet comes back with its choice, and nothing of it stays once it is sent", async () => {
      const { page, faults } = await taken(site.phoneOf(elder));
      await beginOrder(page);
      const asked = await question(page);
      expect(asked).toContain("番茄炒蛋套餐");
      await page.reload();
      await button(page, "确定").waitFor();
      expect(await question(page)).toBe(asked);
      await tap(page, "确定");
      await seen(page, "订好了");
      expect(await held()).toMatchObject([{ mode: "pick_up" }]);
      expect(await draftsOn(page)).toEqual([]);
      expect(faults).toEqual([]);
    }, 60_000);

    test("an hour later, or after leaving the menu by one's own will, nothing is asked", async () => {
      const { page } = await taken(site.phoneOf(elder));
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
      await tap(page, "订明天午饭");
      await tap(page, "订这份");
      await tap(page, "再想想");
      await tap(page, "返回");
      await button(page, "订明天午饭").waitFor();
      await page.waitForFunction(
        (beginning) => !Object.keys(localStorage).some((kept) => kept.startsWith(beginning)),
        DRAFTS,
        { timeout: 5_000 },
      );
    }, 60_000);

    test("of her three answers the name comes back; her birth date was never on the phone", async () => {
      const newcomer = await buildPerson(site.app.deps, { preferredName: null, birthDate: null });
      const { page } = await taken(site.phoneOf(newcomer));
      await page.goto("/domains/accounts/pages/onboarding/index");
      await type(page, "怎么称呼您", "赵奶奶");
      await typeBirthDate(page, ["1943", "9", "17"]);
      expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain("赵奶奶");
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/(?<![\w-])1943(?![\w-])/);
      await page.reload();
      await seen(page, "刚才填的称呼还在，别的请再填一次。");
      expect(await field(page, "怎么称呼您").inputValue()).toBe("赵奶奶");
      expect(await field(page, "年").inputValue()).toBe("");
    }, 60_000);
  });

  describe("without a network", () => {
    const BAR = "现在没有网络，看到的是刚才的内容";

    test("what was seen before is there with the bar; ordering says so at once and books nothing", async () => {
      const { page } = await taken(site.phoneOf(elder));
      await page.goto("/");
      await tap(page, "订明天午饭");
      await button(page, "订这份").waitFor();
      await tap(page, "返回");
      await openTab(page, "预订");
      await seen(page, "还没有订饭");
      await openTab(page, "首页");

      await page.context().setOffline(true);
      await seen(page, BAR);
      await tap(page, "订明天午饭");
      await seen(page, "红烧豆腐套餐");
      await seen(page, BAR);
      await tap(page, "订这份");
      await tap(page, "确定");
      await seen(page, "没有连上网");
      expect(await held()).toEqual([]);

      await page.context().setOffline(false);
      await tap(page, "确定");
      await seen(page, "订好了");
      await words(page, BAR).waitFor({ state: "hidden" });
      expect(await held()).toHaveLength(1);
    }, 60_000);

    test("opened in a dead zone the app shows the menu and the booking from before", async () => {
      const { page } = await taken(site.phoneOf(elder));
      await page.goto(menuAddress());
      await tap(page, "订这份");
      await tap(page, "确定");
      await seen(page, "订好了");
      await tap(page, "回首页");
      await openTab(page, "预订");
      await button(page, "取消明天的红烧豆腐套餐").waitFor();

      // The app itself still comes, as it does in WeChat; what it asks for does not.
      await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }));
      await page.route("**/api/**", (route) => route.abort("internetdisconnected"));
      await page.goto("/tabs/bookings/index");
      await seen(page, BAR);
      await button(page, "取消明天的红烧豆腐套餐").waitFor();
      await page.goto(menuAddress());
      await seen(page, BAR);
      await seen(page, "番茄炒蛋套餐");
    }, 60_000);
  });
});
