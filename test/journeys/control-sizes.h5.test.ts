import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { describeInChromium } from "../support/chromium";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";

/** The table of tokens in the design's experience.md, part 2. */
const TOKENS = {
  compact: { text: "16px", title: "20px", big: "24px", huge: "30px", code: "36px", target: "44px" },
  standard: { text: "18px", title: "24px", big: "30px", huge: "38px", code: "42px", target: "60px" },
};
/** The inputs of Taro are an element in an element; a tap on the outer one reaches the inner. */
const CONTROLS = "[tabindex='0'], .field-input";

describeInChromium("text and controls in each size", () => {
  let site: LunchSite;

  beforeAll(async () => {
    site = await openLunchSite();
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  /** What is smaller than a thumb: everything a tap or a key reaches on the page that is seen. */
  const tooSmall = (page: Page, least: number): Promise<string[]> =>
    page.evaluate(
      ({ controls, side }) =>
        [...document.querySelectorAll<HTMLElement>(controls)]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ element, box }) => element.checkVisibility() && box.width > 0)
          .filter(({ box }) => box.height < side - 0.5 || box.width < side - 0.5)
          .map(({ element, box }) => `${element.className} ${Math.round(box.width)}×${Math.round(box.height)}`),
      { controls: CONTROLS, side: least },
    );
  const tokensOf = (page: Page, names: readonly string[]) =>
    page.evaluate((wanted) => {
      const shown = [...document.querySelectorAll<HTMLElement>(".yike-page")].find((one) => one.checkVisibility());
      const style = shown ? getComputedStyle(shown) : undefined;
      return Object.fromEntries(wanted.map((name) => [name, style?.getPropertyValue(`--${name}`).trim()]));
    }, names);
  const isWhole = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

  function addressesOf(who: "elder" | "cook"): string[] {
    const { canteen, menu } = site.world;
    const ofDomain = (domain: string, ...names: string[]) => names.map((name) => `/domains/${domain}/${name}/index`);
    if (who === "cook") {
      const place = `carePointId=${canteen._id}&carePointName=${encodeURIComponent(canteen.name)}`;
      return [
        "/tabs/me/index",
        `/domains/meals/workbench/counter/index?${place}`,
        `/domains/notices/workbench/calls/index?${place}`,
        ...ofDomain("accounts/workbench", "login-codes", "password"),
      ];
    }
    return [
      ...["/", "/tabs/nearby/index", "/tabs/bookings/index", "/tabs/me/index"],
      `/domains/meals/pages/menu/index?carePointId=${canteen._id}&serviceDate=${menu.serviceDate}&meal=lunch`,
      `/domains/care-points/pages/care-point/index?carePointId=${canteen._id}`,
      ...ofDomain("accounts/pages", "sign-in", "text-size", "about", "accessibility", "search", "onboarding"),
      ...ofDomain("family/pages", "family", "invite", "accept", "acts"),
      ...ofDomain("notices/pages", "inbox"),
      ...ofDomain("regions/pages", "choose-community"),
    ];
  }

  test.each([
    ["compact", 375, "elder"],
    ["compact", 375, "cook"],
    ["compact", 1280, "elder"],
    ["compact", 1280, "cook"],
    ["standard", 375, "elder"],
  ] as const)(
    "%s at %i pixels, for the %s: the tokens hold, every control is large enough, nothing is cut",
    async (textSize, width, who) => {
      const { page } = await site.phoneOf(site.world[who], { width, textSize });
      const tokens = TOKENS[textSize];
      const found: Record<string, object> = {};
      for (const address of addressesOf(who)) {
        await page.goto(address);
        await page.getByRole("heading", { level: 1 }).filter({ visible: true }).first().waitFor();
        await page.waitForLoadState("networkidle");
        found[address] = {
          tokens: await tokensOf(page, Object.keys(tokens)),
          small: await tooSmall(page, Number.parseInt(tokens.target, 10)),
          isWhole: await isWhole(page),
          // Help is on every page: where nothing at all is found nothing was measured.
          isMeasured: (await tooSmall(page, 10_000)).length > 0,
        };
      }
      await page.context().close();
      const wanted = { tokens, small: [], isWhole: true, isMeasured: true };
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((address) => [address, wanted])));
    },
    120_000,
  );
});
