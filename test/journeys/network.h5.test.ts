import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildRegion, openedPacks } from "@server/domains/regions/index";
import { startApp, type TestApp } from "../support/app";
import { describeInChromium } from "../support/chromium";
import { testClock } from "../support/clock";
import { ensureH5Built, H5_BUILD, openSite, type Site } from "../support/h5-app";
import { BUILD_AND_START_MS } from "../support/lunch-site";
import { expectWellMade, seen, tap, words } from "../support/screen";
import { emptyPictures, expectWellDrawn, scales } from "../support/screens";

const CITY = "hengshui";
const TODAY = "2023-09-12";

describeInChromium("what the town has promised, and what of it stands", () => {
  let app: TestApp;
  let site: Site;

  beforeAll(async () => {
    await ensureH5Built();
    app = await startApp({ appFolder: H5_BUILD, clock: testClock(`${TODAY}T02:00:00.000Z`) });
    await buildTown();
    site = await openSite(app);
  }, BUILD_AND_START_MS);
  afterAll(async () => {
    await site.close();
    await app.close();
  });

  test("从关于走进来，看全市，看缺的，再看一个县、一个乡", async () => {
    const phone = await site.phone();
    const { page } = phone;
    await page.goto("/domains/accounts/pages/about/index");
    await tap(page, /^服务网络/);
    await tap(page, "衡水市");
    await seen(page, "13 个县（市、区）里，12 个有，还缺 1 个");
    await seen(page, "23 个村（社区）里，2 个有人服务，还缺 21 个");
    await seen(page, /公布的数：79 个，67%（2023年9月12日）；总数 118（推算，没有印出来）/);
    await tap(page, "看缺的 21 个");
    await seen(page, "村（社区）还缺 21 个，村民委员会（居民委员会）负责。点一下就打电话问。");
    await words(page, "01村").waitFor();
    await tap(page, "再看更多");
    await seen(page, "23村");
    await expectWellMade(phone);
    await page.goBack();
    await tap(page, /^安平县/);
    await seen(page, "衡水市 安平县");
    await tap(page, /^东街道/);
    await seen(page, "1 个乡镇（街道）里，1 个有，都做到了");
    await expectWellMade(phone);
  }, 60_000);

  test.each(scales)(
    "at 375 × 812 and scale $scale both pages are whole",
    async ({ scale, textSize, fontPx }) => {
      const folder = emptyPictures(`network-${scale}`);
      const phone = await site.phone({ textSize });
      const { page } = phone;
      await page.goto(`/domains/network/pages/network/index?regionId=${CITY}`);
      await seen(page, "往下看");
      await expectWellDrawn({ phone, folder, name: "01-network", fontPx, inReach: ["返回"] });
      await page.goto(`/domains/network/pages/gaps/index?regionId=${CITY}&requirement=mutual-aid`);
      await seen(page, "04村");
      await expectWellDrawn({ phone, folder, name: "02-gaps", fontPx, inReach: ["返回"] });
    },
    60_000,
  );

  test("on a desktop it takes the width, on paper nothing of the frame is left", async () => {
    const folder = emptyPictures("network-desktop");
    const phone = await site.phone({ width: 1280, height: 800, textSize: "compact" });
    const { page } = phone;
    await page.goto(`/domains/network/pages/network/index?regionId=${CITY}`);
    await seen(page, "往下看");
    await expectWellMade(phone);
    await page.screenshot({ path: `${folder}/01-network.png` });
    const columns = page.locator(".network-columns").first();
    expect((await columns.boundingBox())?.width).toBeGreaterThan(1000);
    await page.emulateMedia({ media: "print" });
    await seen(page, "衡水市 · 服务网络");
    expect(await page.getByText("打印").filter({ visible: true }).count()).toBe(0);
    expect(await page.locator(".page-bar").filter({ visible: true }).count()).toBe(0);
    await page.screenshot({ path: `${folder}/02-print.png`, fullPage: true });
  }, 60_000);
});

/** All counties but the last have their centre; of 23 villages one point serves two. */
async function buildTown(): Promise<void> {
  const counties = openedPacks().find(({ city }) => city.id === CITY)?.regions ?? [];
  for (const { id } of counties.slice(0, -1))
    await buildCarePoint({ kinds: ["guidance_centre"], regionId: id, today: TODAY });
  const { _id: township } = await buildRegion({ name: "东街道", parentId: "hengshui-anping" });
  const villages: string[] = [];
  for (let n = 1; n <= 23; n += 1)
    villages.push((await buildRegion({ name: `${String(n).padStart(2, "0")}村`, parentId: township }))._id);
  await buildCarePoint({ kinds: ["regional_centre"], regionId: township, today: TODAY });
  const [, second = "", third = ""] = villages;
  await buildCarePoint({ kinds: ["happiness_home"], regionId: second, servesRegionIds: [third], today: TODAY });
}
