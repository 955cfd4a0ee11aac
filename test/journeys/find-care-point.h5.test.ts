import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { PersonDocument } from "@server/domains/accounts/person.model";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildCarePoint, offeringOf, everyDay } from "@server/domains/care-points/index";
import { describeInChromium } from "../support/chromium";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { button, expectWellMade, seen, tap, type, words } from "../support/screen";

const NORTH = { type: "Point", coordinates: [113.8805, 35.303] } as const;
const allDay = everyDay({ opens: "00:00", closes: "24:00" });

describeInChromium("finding the right care point", () => {
  let site: LunchSite;
  let elder: PersonDocument;

  beforeAll(async () => {
    site = await openLunchSite();
    const regionId = site.world.community._id;
    elder = await buildPerson(site.app.deps, { communityId: regionId });
    await buildCarePoint({ regionId, name: "石阶食堂", accessibility: [], position: NORTH });
    await buildCarePoint({
      regionId,
      name: "春风养老院",
      formerNames: ["机床厂敬老院"],
      kinds: ["care_home"],
      accepts: ["disabled"],
      operator: { name: "新乡春风养老服务公司", since: "2024-01-01" },
      grade: { scheme: "养老机构等级", grade: "四星级", issuer: "新乡市民政局", expiresOn: "2027-06-30" },
      certificates: [{ name: "食品经营许可证", expiresOn: "2027-01-31" }],
      offerings: [
        {
          ...offeringOf("full_time_care", allDay),
          capacity: { value: 40, unit: "beds", asOf: "2026-11-01" },
          price: { fromFen: 180_000, toFen: 320_000, per: "month" },
        },
        { ...offeringOf("meals", everyDay({ opens: "10:30", closes: "13:00" })), isBookable: false },
      ],
    });
    await buildCarePoint({ regionId, name: "没人管的点", verifiedOn: "2026-09-10" });
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  test("with a wheelchair only places with a way in are left; those nobody checked stand apart", async () => {
    const phone = await site.phoneOf(elder);
    const { page } = phone;
    await page.goto("/tabs/nearby/index");
    await seen(page, "石阶食堂");
    await seen(page, "春风养老院");
    await tap(page, "再看更多");
    await seen(page, "很久没核对，去之前先打电话");
    await seen(page, "没人管的点");
    await page.getByRole("switch", { name: "轮椅能进" }).filter({ visible: true }).first().click();
    await seen(page, "春风养老院");
    await words(page, "石阶食堂").waitFor({ state: "hidden" });
    await expectWellMade(phone);
  }, 60_000);

  test("somebody who remembers an old name finds the house, its price, its beds and the way there", async () => {
    const phone = await site.phoneOf(elder);
    const { page } = phone;
    await page.goto("/tabs/nearby/index");
    await tap(page, "按名字找");
    await type(page, "名字", "机床");
    await tap(page, "找");
    await button(page, /^春风养老院/).click();
    await seen(page, "全天开放");
    await seen(page, "价格 1800 元到 3200 元一个月");
    await seen(page, "能接待 40 张床（截至2026年11月1日）");
    await seen(page, "四星级（新乡市民政局，有效到2027年6月30日）");
    await seen(page, "以前叫 机床厂敬老院");
    // Its meals are not ordered here.
    expect(await button(page, "看菜单，订饭").count()).toBe(0);
    await expectWellMade(phone);

    const [map] = await Promise.all([page.context().waitForEvent("request"), tap(page, "看地图，怎么走")]);
    const address = new URL(map.url());
    expect([address.origin, address.pathname]).toEqual(["https://uri.amap.com", "/marker"]);
    // What maps in China call this place, some hundred metres from where satellites see it.
    expect(address.searchParams.get("position")).toMatch(/^113\.88\d+,35\.30\d+$/);
  }, 60_000);
});
