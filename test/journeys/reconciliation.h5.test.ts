import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { fetchProvinceFigures } from "@server/domains/reconciliation/fetch-province-figures";
import { startApp, type TestApp } from "../support/app";
import { buildCareHome } from "../support/care-home";
import { describeInChromium } from "../support/chromium";
import { ensureH5Built, H5_BUILD, openSite, type Phone, type Site } from "../support/h5-app";
import { BUILD_AND_START_MS } from "../support/lunch-site";
import { manyFacilities, startPlatformFake, type PlatformFake } from "../support/province-platform-fake";
import { expectWellMade, seen, startSession, tap } from "../support/screen";
import { emptyPictures, expectWellDrawn, scales } from "../support/screens";

const CITY = { regionId: "xinxiang", regionName: "新乡市" };
const DISTRICT = { regionId: "xinxiang-hongqi", regionName: "红旗区" };
type Office = typeof CITY;

describeInChromium("what the province's platform has, beside what is registered here", () => {
  let platform: PlatformFake;
  let app: TestApp;
  let site: Site;

  beforeAll(async () => {
    await ensureH5Built();
    platform = await startPlatformFake();
    app = await startApp({
      appFolder: H5_BUILD,
      env: { provincePlatform: { url: platform.url, token: platform.token }, regionPacks: [CITY.regionId] },
    });
    site = await openSite(app);
  }, BUILD_AND_START_MS);
  afterAll(async () => {
    await site.close();
    await app.close();
    await platform.stop();
  });

  const fetchFigures = () => fetchProvinceFigures(app.deps, { pausesMs: [] });
  const addressOf = ({ regionId, regionName }: Office) =>
    `/domains/reconciliation/workbench/reconciliation/index?regionId=${regionId}&regionName=${encodeURIComponent(regionName)}`;
  async function officersPhone(office: Office, options?: Parameters<Site["phone"]>[0]): Promise<Phone> {
    const { _id: personId } = await buildPerson(app.deps, { offices: [{ regionId: office.regionId }] });
    const phone = await site.phone(options);
    await startSession(phone, { token: await app.signInAs(personId), personId });
    return phone;
  }

  test("没接省平台的地方，说一句怎么接；接上了还没取，说明天来看", async () => {
    const phone = await officersPhone(CITY);
    const { page } = phone;
    await page.goto("/tabs/me/index");
    await tap(page, /^对账/);
    await seen(page, "还没有取过数");
    await expectWellMade(phone);
    Object.assign(app.deps.env, { provincePlatform: null });
    await page.reload();
    await seen(page, "还没有接省平台");
    await expectWellMade(phone);
    Object.assign(app.deps.env, { provincePlatform: { url: platform.url, token: platform.token } });
  }, 60_000);

  test("市里看各县差多少，点进一个县，看只有哪边有，点开我们的那一处", async () => {
    await buildFigures(platform);
    await fetchFigures();
    const phone = await officersPhone(CITY);
    const { page } = phone;
    await page.goto(addressOf(CITY));
    await seen(page, "省平台 28 处，437 张床；我们 3 处，95 张床：我们少 25 处，少 342 张床。");
    await tap(page, "红旗区，对不上 26 处");
    await seen(page, "只有省平台有的 · 25 处");
    await tap(page, "再看更多");
    await seen(page, "第9日间照料站");
    await expectWellMade(phone);
    await tap(page, /^夕阳红养老院/);
    await seen(page, "春风街 8 号");
  }, 60_000);

  test("一夜没取到，说为什么，数还是前一天的", async () => {
    platform.onRequest = () => "down";
    app.clock.advance(24 * 60 * 60 * 1000);
    await fetchFigures();
    const phone = await officersPhone(DISTRICT);
    await phone.page.goto(addressOf(DISTRICT));
    await seen(phone.page, "2026年11月23日没取到：省平台没有连上。下面还是2026年11月22日取的数。");
    await expectWellMade(phone);
  }, 60_000);

  test.each(scales)(
    "at 375 × 812 and scale $scale it is whole",
    async ({ scale, textSize, fontPx }) => {
      const folder = emptyPictures(`reconciliation-${scale}`);
      for (const [name, office] of [
        ["01-city", CITY],
        ["02-district", DISTRICT],
      ] as const) {
        const phone = await officersPhone(office, { textSize });
        await phone.page.goto(addressOf(office));
        await seen(phone.page, "只有我们有的 · 1 处");
        await expectWellDrawn({ phone, folder, name, fontPx, inReach: ["返回"] });
      }
    },
    60_000,
  );

  test("on a desktop the counties are a table, on paper nothing of the frame is left", async () => {
    const folder = emptyPictures("reconciliation-desktop");
    const phone = await officersPhone(CITY, { width: 1280, height: 800, textSize: "compact" });
    const { page } = phone;
    await page.goto(addressOf(CITY));
    await seen(page, "差多少");
    await seen(page, "我们少 24 处，少 292 张床");
    await expectWellMade(phone);
    await page.screenshot({ path: join(folder, "01-city.png") });
    await page.emulateMedia({ media: "print" });
    await seen(page, "新乡市 · 和省平台对账");
    expect(await page.getByRole("button", { name: "打印" }).filter({ visible: true }).count()).toBe(0);
    expect(await page.locator(".side-nav").filter({ visible: true }).count()).toBe(0);
    await page.pdf({ path: join(folder, "02-print.pdf"), format: "A4" });
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.screenshot({ path: join(folder, "02-print.png"), fullPage: true });
  }, 60_000);
});

/** Two are the same by code and by name; of the rest each side has its own. */
async function buildFigures(platform: PlatformFake): Promise<void> {
  const creditCode = "91410700123456789X";
  await buildCareHome({ name: "红旗养老院", beds: 50, creditCode });
  await buildCareHome({ name: "夕阳红养老院", beds: 20 });
  await buildCareHome({ name: "卫滨敬老院", beds: 25, regionId: "xinxiang-weibin" });
  platform.facilities = [
    ...manyFacilities(25),
    { id: "p-a", name: "红旗养老院有限公司", credit_code: creditCode, county: "红旗区", beds: 62 },
    { id: "p-b", name: "卫滨敬老院", credit_code: null, county: "卫滨区", beds: 25 },
    { id: "p-c", name: "高新敬老院", credit_code: null, county: "高新区", beds: 50 },
  ];
}
