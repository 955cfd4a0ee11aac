import { afterAll, beforeAll, test } from "@jest/globals";
import { seedDemo } from "@server/demo/seed-demo";
import { startApp, type TestApp } from "../support/app";
import { describeInChromium } from "../support/chromium";
import { ensureH5Built, H5_BUILD, openSite, type Site } from "../support/h5-app";
import { BUILD_AND_START_MS } from "../support/lunch-site";
import { choose, openTab, seen, tap, type } from "../support/screen";
import { emptyPictures, expectWellDrawn, scales } from "../support/screens";

const TABS = ["首页", "附近", "预订", "我的"];

describeInChromium("the screens of a resident's way, in pictures", () => {
  let app: TestApp;
  let site: Site;

  beforeAll(async () => {
    await ensureH5Built();
    app = await startApp({ appFolder: H5_BUILD });
    await seedDemo(app.deps);
    site = await openSite(app);
  }, BUILD_AND_START_MS);

  afterAll(async () => {
    await site.close();
    await app.close();
  });

  test.each(scales)(
    "at 375 × 812 and scale $scale each is whole",
    async ({ scale, textSize, fontPx }) => {
      const folder = emptyPictures(scale);
      const phone = await site.phone({ textSize });
      const { page } = phone;
      const draw = (name: string, inReach: readonly string[]) =>
        expectWellDrawn({ phone, folder, name, fontPx, inReach });

      await page.goto("/");
      await seen(page, "家门口一刻钟");
      await seen(page, "演示数据");
      await draw("01-guest-home", ["登录订餐", ...TABS]);

      await tap(page, "登录订餐");
      await seen(page, "王阿姨");
      await draw("02-sign-in", ["返回"]);

      await tap(page, /^王阿姨/);
      await seen(page, "王阿姨，早上好");
      await seen(page, "订明天午饭");
      await draw("03-home-not-booked", ["订明天午饭", ...TABS]);

      await tap(page, "订明天午饭");
      await seen(page, "订这份");
      await seen(page, "演示数据");
      await draw("04-menu", ["返回", "订这份"]);

      await tap(page, "订这份");
      await seen(page, "请您看一遍");
      await draw("05-sheet", ["确定", "再想想"]);

      await tap(page, "确定");
      await seen(page, "订好了");
      await seen(page, "演示数据");
      await draw("06-result", ["返回"]);

      await tap(page, "回首页");
      await seen(page, "明天午饭已订好");
      await seen(page, "订明天晚饭");
      await draw("07-home-booked", ["订明天晚饭", ...TABS]);

      await openTab(page, "预订");
      await seen(page, /取餐码 \d{3} \d{3}/);
      await seen(page, "演示数据");
      await draw("08-bookings", TABS);

      await openTab(page, "附近");
      await seen(page, "十五分钟走得到");
      await draw("09-nearby", ["换社区", ...TABS]);

      await tap(page, /^春风社区食堂/);
      await seen(page, "这里怎么样");
      await draw("10-care-point", ["返回", "看菜单，订饭"]);

      await tap(page, "返回");
      await openTab(page, "我的");
      await seen(page, "关于一刻");
      await draw("11-me", TABS);

      await tap(page, /^字号/);
      await seen(page, "字这么大，看着舒服吗");
      await draw("12-text-size", ["返回"]);

      await tap(page, "返回");
      await openTab(page, "预订");
      await tap(page, /^取消明天的/);
      await tap(page, "取消这一餐");
      await seen(page, "还没有订饭");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await draw("13-bookings-empty", ["去首页订", ...TABS]);
    },
    120_000,
  );

  test.each([375, 1280])(
    "the staff page 登录码 at %d pixels",
    async (width) => {
      const folder = emptyPictures(`staff-${width}`);
      const phone = await site.phone({ width, height: 800 });
      const { page } = phone;
      const [{ fontPx }] = scales;
      const draw = (name: string, inReach: readonly string[]) =>
        expectWellDrawn({ phone, folder, name, fontPx, inReach });

      await page.goto("/");
      await tap(page, "登录订餐");
      await tap(page, /^刘主任/);
      await openTab(page, "我的");
      await tap(page, /^登录码/);
      await seen(page, "称呼或手机尾号");
      await draw("01-find", ["返回", "找一找"]);

      await type(page, "称呼或手机尾号", "王");
      await tap(page, "找一找");
      await seen(page, "王阿姨");
      await draw("02-found", ["返回", "找一找"]);

      await tap(page, /^王阿姨/);
      await seen(page, /\d{4} \d{4}/);
      await draw("03-code", ["好了"]);

      await tap(page, "好了");
      await choose(page, "新登记");
      await seen(page, "哪年哪月哪日出生");
      await draw("04-register", ["返回"]);
    },
    120_000,
  );
});
