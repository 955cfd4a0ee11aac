import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { relayedChain } from "../support/audit";
import { describeInChromium } from "../support/chromium";
import type { Phone } from "../support/h5-app";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { bringPointTo, buildOfficers, type Officers } from "../support/meal-point-way";
import { readQr } from "../support/read-qr";
import { button, choose, expectWellMade, field, seen, tap, tick, type, words } from "../support/screen";
import { emptyPictures } from "../support/screens";

const POINT = "向阳助餐点";
const PLAQUE = "红旗-0012";
const DESK = { width: 1280, height: 800, textSize: "compact" } as const;

describeInChromium("a county verifies, plates and publishes a batch", () => {
  let site: LunchSite;
  let officers: Officers;
  const folder = emptyPictures("build-out");

  beforeAll(async () => {
    site = await openLunchSite();
    officers = await buildOfficers(site.app);
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  const officersPhone = async (who: keyof Officers, options?: Parameters<LunchSite["phone"]>[0]): Promise<Phone> => {
    const phone = await site.phoneOf(officers[who], options);
    await phone.page.goto("/tabs/me/index");
    await tap(phone.page, /^建设任务/);
    return phone;
  };
  /** The whole page in one picture: the router's frames scroll by themselves, so the window is made as high as the page. */
  const picture = async (phone: Phone, name: string) => {
    await expectWellMade(phone);
    const { page } = phone;
    const window = page.viewportSize() ?? { width: 375, height: 812 };
    const height = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll(".yike-page")].map(({ scrollHeight }) => scrollHeight)),
    );
    await page.setViewportSize({ ...window, height: Math.max(window.height, height) });
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.setViewportSize(window);
  };
  const isNearby = async (): Promise<boolean> => {
    const { page } = await site.phoneOf(site.world.elder);
    await page.goto("/tabs/nearby/index");
    await seen(page, site.world.canteen.name);
    const isListed = await words(page, POINT).isVisible();
    await page.context().close();
    return isListed;
  };

  test("one officer reports a point, surveys it where he stands and says yes; he cannot say it twice", async () => {
    const phone = await officersPhone("first");
    const { page } = phone;
    await page.context().grantPermissions(["geolocation"]);
    await page.context().setGeolocation({ latitude: 35.3035, longitude: 113.8835 });
    await seen(page, "这里还没有点位。");
    await tap(page, "报一个新点位");
    await tap(page, /^红旗区，点一下/);
    await choose(page, "春风街道");
    await choose(page, "春风社区");
    await type(page, "点位叫什么", POINT);
    await type(page, "地址", "向阳路 12 号");
    await type(page, "为什么建在这里", "附近老人多，没有吃饭的地方");
    await picture(phone, "propose");
    await tap(page, "报上来");

    await tap(page, "填摸排表");
    await type(page, "点位的电话", "0373-5550112");
    await tap(page, "我就在这里，用手机定位");
    await type(page, "500 米内有多少位老人", "320");
    await type(page, "这个数从哪里来", "社区台账");
    await type(page, "每天几点到几点供餐", "10:30-13:00");
    await picture(phone, "survey");
    await tap(page, "存下来");
    await seen(page, "500 米内有 320 位老人（社区台账）");
    await seen(page, /^离“春风社区食堂”只有 \d+ 米/);
    await tap(page, "摸排填好了，交上去");
    await tap(page, "交上去");
    await tap(page, "核查");
    await seen(page, "核查要两个人。您是第一个，您同意以后，还要另一位同事同意。");
    await picture(phone, "verify");
    await tap(page, "同意");
    await seen(page, "您已经同意了，还要另一位同事同意。您还可以退回。");
    expect(await button(page, "核查").count()).toBe(0);
    await picture(phone, "first-yes");
  }, 120_000);

  test("a colleague is the second; built and plated it counts, and still nobody finds it", async () => {
    const phone = await officersPhone("second");
    const { page } = phone;
    await tap(page, `${POINT}，去核查`);
    await seen(page, "孙科长已经同意。您再同意，核查就通过了。");
    await tap(page, "核查");
    await tap(page, "同意");
    await tap(page, "建好了");
    await page.getByRole("dialog").getByRole("button", { name: "建好了" }).click();
    await tap(page, "挂牌，填牌号");
    await type(page, "牌号", PLAQUE);
    await tap(page, "挂好了");
    await seen(page, `牌号 ${PLAQUE}`);
    await relayedChain(site.app);
    await picture(phone, "plated");
    expect(await isNearby()).toBe(false);
  }, 120_000);

  test("published in a batch a resident finds it, and the plaque's code leads there", async () => {
    const phone = await officersPhone("first");
    const { page } = phone;
    await tap(page, /^公布一批/);
    await seen(page, `牌号 ${PLAQUE}，春风街道 春风社区`);
    expect(await field(page, "这一批叫什么").inputValue()).toBe("第一批");
    await picture(phone, "batch");
    await tap(page, "公布这 1 个");
    await picture(phone, "batch-sheet");
    await tap(page, "公布");
    await seen(page, "第一批公布了，1 个助餐点，市民现在找得到了。");
    await picture(phone, "batch-published");
    await relayedChain(site.app);
    expect(await isNearby()).toBe(true);

    const passer = await site.phone();
    await passer.page.goto(
      `/domains/build-out/pages/plaque/index?cityId=xinxiang&number=${encodeURIComponent(PLAQUE)}`,
    );
    await passer.page.getByRole("heading", { name: POINT }).filter({ visible: true }).first().waitFor();
    await seen(passer.page, "向阳路 12 号");
    await passer.page.goto("/domains/build-out/pages/plaque/index?cityId=xinxiang&number=NONE-1");
    await seen(passer.page, "没有找到这块牌子");
  }, 120_000);

  test("the plaque's sheet stands on A4 with nothing of the frame, and its code is the plaque's address", async () => {
    const phone = await officersPhone("first", DESK);
    const { page } = phone;
    await tap(page, /^向阳助餐点，/);
    await tap(page, "打印挂牌单");
    await seen(page, `牌号 ${PLAQUE}`);
    await picture(phone, "plate");
    // A small picture is read sooner.
    await page.setViewportSize({ width: 320, height: 800 });
    const code = new URL(await readQr(page, `${POINT}的码，扫了看开门时间和菜单`));
    expect([code.pathname, code.searchParams.get("cityId"), code.searchParams.get("number")]).toEqual([
      "/domains/build-out/pages/plaque/index",
      "xinxiang",
      PLAQUE,
    ]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".page-bar, .side-nav, .paper-tools").filter({ visible: true }).count()).toBe(0);
    const sheet = await page.pdf({ path: join(folder, "plate.pdf"), preferCSSPageSize: true });
    expect(sheet.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.setViewportSize({ width: 688, height: 1017 });
    await page.screenshot({ path: join(folder, "plate-print.png") });
  }, 120_000);

  test("the city splits its target; what is missing is said until the sum is right", async () => {
    const phone = await officersPhone("city", DESK);
    const { page } = phone;
    await seen(page, "目标");
    await page.getByRole("link", { name: "分解任务" }).filter({ visible: true }).click();
    await seen(page, "还有 430 个没分");
    await type(page, "红旗区", "400");
    await seen(page, "还有 30 个没分");
    await type(page, "牧野区", "31");
    await seen(page, "多分了 1 个");
    await type(page, "牧野区", "30");
    await picture(phone, "targets-wide");
    await tap(page, "就这样分");
    await seen(page, "分好了，各县马上看得到。");
    await picture(phone, "targets-split");

    const resident = await site.phone();
    await resident.page.goto("/domains/network/pages/network/index?regionId=xinxiang");
    await tap(resident.page, /^助餐点建设进度/);
    await seen(resident.page, "任务 400 个，已建成 1 个，正在办 0 个，完成了 0.3%");
    await picture(resident, "progress");
  }, 120_000);

  test("list, point, form and batch are whole at both scales and on a desktop", async () => {
    const { _id: regionId } = site.world.community;
    const bring = (name: string, state: "proposed" | "surveyed" | "verified" | "plated", plaqueNumber = "") =>
      bringPointTo(site.app, { officers, regionId, name, state, plaqueNumber });
    await bring("红旗街道机关食堂助餐点", "proposed");
    const surveyedId = await bring("东干道社区日间照料站", "surveyed");
    await bring("平原路老年餐厅", "verified");
    await bring("洪门镇助餐点", "plated", "红旗-0013");
    await bring("向阳小区南门助餐点", "plated", "红旗-0014");
    const looks = [
      { name: "1.0", options: {} },
      { name: "1.67", options: { textSize: "largest" } },
      { name: "wide", options: DESK },
    ] as const;
    for (const { name, options } of looks) {
      const phone = await officersPhone("second", options);
      const { page } = phone;
      await seen(page, "平原路老年餐厅");
      await picture(phone, `points-${name}`);
      const office = "regionId=xinxiang-hongqi&regionName=%E7%BA%A2%E6%97%97%E5%8C%BA";
      await page.goto(`/domains/build-out/workbench/point/index?${office}&mealPointId=${surveyedId}`);
      await seen(page, "办到哪一步了");
      await picture(phone, `point-${name}`);
      await page.goto(`/domains/build-out/workbench/batch/index?${office}`);
      await seen(page, "公布过的");
      await tick(page, "洪门镇助餐点");
      await button(page, "公布这 1 个").waitFor();
      await picture(phone, `batch-${name}`);
      await page.goto("/domains/build-out/pages/progress/index?regionId=xinxiang");
      await seen(page, /已建成 3 个/);
      await picture(phone, `progress-${name}`);
      await page.context().close();
    }
  }, 180_000);
});
