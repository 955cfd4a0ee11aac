import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { toGeoPoint } from "@server/core/geo-point";
import { buildCarePoint, buildCarePoints } from "@server/domains/care-points/index";
import { describeInChromium } from "../support/chromium";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { button, choose, seen, tap, words } from "../support/screen";
import { scrollTo } from "../support/read-screen";
import { emptyPictures, expectWellDrawn, scales } from "../support/screens";

const OWN = "我在这附近";
/** 春风社区 lies at 113.88, 35.3; its canteen 280 m away. */
const at = (longitude: number, latitude: number) => toGeoPoint({ longitude, latitude });

const link = (page: Page, name: RegExp) => page.getByRole("link", { name }).filter({ visible: true });

describeInChromium("care points on a sketch", () => {
  let site: LunchSite;

  beforeAll(async () => {
    site = await openLunchSite();
    const regionId = site.world.community._id;
    const build = (name: string, longitude: number, latitude: number) =>
      buildCarePoint({ regionId, name, position: at(longitude, latitude) });
    await build("向荣社区食堂", 113.8782, 35.2975);
    await build("向荣社区助餐点", 113.8783, 35.2974);
    await build("牧歌社区日间照料站", 113.8757, 35.3017);
    await build("东风社区食堂", 113.8845, 35.2992);
    await build("远村食堂", 113.8905, 35.3035);
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  test.each(scales)(
    "at scale $scale: from the list to the sketch, to a place's card, its page and the map app",
    async ({ scale, textSize, fontPx }) => {
      const phone = await site.phoneOf(site.world.elder, { textSize });
      const { page } = phone;
      const folder = emptyPictures(`map-${scale}`);
      await page.goto("/tabs/nearby/index");
      await choose(page, "地图");
      await seen(page, /^里圈\s5\s分钟，外圈\s15\s分钟，上面是北$/);
      await expectWellDrawn({ phone, folder, name: "map", fontPx, inReach: ["返回"] });

      // By keyboard alone: the dot, then what lies there, over the page.
      const dot = button(page, /^2 号，向荣社区食堂，.*；向荣社区助餐点/);
      await dot.focus();
      await page.keyboard.press("Enter");
      await seen(page, "这里有 2 处");
      await expectWellDrawn({ phone, folder, name: "chosen", fontPx, inReach: ["关上"] });
      const [map] = await Promise.all([
        page.context().waitForEvent("request"),
        tap(page, "在地图应用里打开向荣社区助餐点"),
      ]);
      expect(new URL(map.url()).origin).toBe("https://uri.amap.com");
      await page.keyboard.press("Escape");
      await words(page, "这里有 2 处").waitFor({ state: "hidden" });

      await link(page, /^1 号，春风社区食堂/).click();
      await seen(page, "这里怎么样");
      await tap(page, "返回");

      await tap(page, "看远一点");
      await seen(page, /^里圈\s10\s分钟，外圈\s30\s分钟/);
      await seen(page, "远村食堂");
      await choose(page, "列表");
      await button(page, /^东风社区食堂/).waitFor();
    },
    120_000,
  );

  test.each(scales)(
    "at scale $scale: one's own place, when one asks for it",
    async ({ scale, textSize, fontPx }) => {
      const phone = await site.phoneOf(site.world.elder, { textSize });
      const { page } = phone;
      const asked: string[] = [];
      page.on("request", (request) => void asked.push(request.url()));
      await page.goto("/domains/care-points/pages/map/index");
      // Refused, everything stays as it was.
      await tap(page, "显示我的位置");
      await seen(page, "没有找到您的位置，可能是没有允许。没关系，地图还是从社区看。");
      await button(page, /^1 号，春风社区食堂/).waitFor();
      expect(await page.getByRole("img", { name: OWN }).count()).toBe(0);

      await page.context().grantPermissions(["geolocation"]);
      await page.context().setGeolocation({ latitude: 35.3018, longitude: 113.8822 });
      await tap(page, "显示我的位置");
      await seen(page, /^蓝圈里是您的位置，在社区的东北边，大约\s300\s米$/);
      await page.getByRole("img", { name: OWN }).waitFor();
      await scrollTo(page, "beginning");
      const folder = emptyPictures(`map-own-${scale}`);
      await expectWellDrawn({ phone, folder, name: "own-place", fontPx, inReach: ["返回"] });
      // It is drawn here and told nobody.
      expect(asked.filter((url) => /35\.301|113\.882/.test(url))).toEqual([]);
    },
    60_000,
  );

  test("a crowd is drawn by count, and without any position of one's own it works all the same", async () => {
    const regionId = site.world.community._id;
    await buildCarePoints(
      Array.from({ length: 70 }, (_, n) => ({
        regionId,
        name: `第${n + 1}点`,
        position: at(113.877 + (n % 10) * 0.0005, 35.298 + Math.floor(n / 10) * 0.0005),
      })),
    );
    const phone = await site.phoneOf(site.world.elder);
    const { page } = phone;
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(request.url()));
    await page.goto("/domains/care-points/pages/map/index");
    await seen(page, /有 7\d 处。太多了，数字是有几处$/);
    const folder = emptyPictures("map-crowd");
    await expectWellDrawn({ phone, folder, name: "crowd", fontPx: scales[0].fontPx, inReach: ["返回"] });
    // No tile service, no map: all that was asked for came from where the page came from.
    const { origin } = new URL(page.url());
    expect(asked.filter((url) => /^https?:/.test(url) && new URL(url).origin !== origin)).toEqual([]);
  }, 60_000);
});
