import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addDays, businessDay } from "@shared/core/dates";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { relayedChain } from "../support/audit";
import { describeInChromium } from "../support/chromium";
import type { Phone } from "../support/h5-app";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { button, choose, expectWellMade, field, seen, tap, type, words } from "../support/screen";
import { emptyPictures } from "../support/screens";

const CANTEEN = "春风社区食堂";
const OTHER = "红旗社区食堂";

describeInChromium("an entry that nobody checked sinks, and its manager brings it back", () => {
  let site: LunchSite;
  let managerId: string;
  const folder = emptyPictures("record");

  beforeAll(async () => {
    site = await openLunchSite();
    const { community, canteen } = site.world;
    await buildCarePoint({ regionId: community._id, name: OTHER });
    const { _id } = await buildPerson(site.app.deps, {
      preferredName: "陈主任",
      communityId: community._id,
      memberships: [{ carePointId: canteen._id, role: "care_point_manager" }],
    });
    managerId = _id;
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  const stored = () => CarePointModel.findById(site.world.canteen._id).lean().orFail();
  const managersPhone = async (options?: Parameters<LunchSite["phone"]>[0]): Promise<Phone> => {
    const phone = await site.phoneOf({ _id: managerId }, options);
    await phone.page.goto("/tabs/me/index");
    return phone;
  };
  const picture = ({ page }: Phone, name: string) =>
    page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const isStaleInList = async ({ page }: Phone): Promise<boolean> => {
    await page.goto("/tabs/nearby/index");
    await seen(page, OTHER);
    await tap(page, "再看更多");
    await seen(page, CANTEEN);
    return words(page, /^很久没核对/).isVisible();
  };

  test("stale it stands below the others; one tap and it is back", async () => {
    const today = businessDay(site.app.clock.now());
    const { _id, regionId } = await stored();
    await buildCarePoint({ _id, regionId, name: CANTEEN, verifiedOn: addDays(today, -70) });
    const resident = await site.phoneOf(site.world.elder);
    expect(await isStaleInList(resident)).toBe(true);

    const manager = await managersPhone();
    await tap(manager.page, /^点位资料，该核对了/);
    await seen(manager.page, /^很久没核对，附近的人要翻到最后才看到/);
    await expectWellMade(manager);
    await picture(manager, "stale");
    await tap(manager.page, "都对，确认");
    await seen(manager.page, /核对过，12月22日以前/);
    expect((await stored()).verifiedOn).toBe(today);

    await resident.page.goto("/tabs/nearby/index");
    await seen(resident.page, CANTEEN);
    expect(await words(resident.page, /^很久没核对/).isVisible()).toBe(false);
  }, 90_000);

  test("somebody says the phone is wrong; the manager changes it, answers, and she reads it", async () => {
    const elder = await site.phoneOf(site.world.elder, { textSize: "largest" });
    await elder.page.goto(`/domains/care-points/pages/care-point/index?carePointId=${site.world.canteen._id}`);
    await tap(elder.page, "信息不对？告诉我们");
    await choose(elder.page, "电话不对");
    await type(elder.page, "还想说的话（可以不写）", "打过去是一家饭店");
    await expectWellMade(elder);
    await picture(elder, "correction");
    await tap(elder.page, "告诉他们");
    await seen(elder.page, `${CANTEEN}来核对，最晚11月25日 星期三给回音。`);
    await expectWellMade(elder);
    await picture(elder, "correction-reported");

    const manager = await managersPhone({ width: 1280, height: 800 });
    await tap(manager.page, /^点位资料/);
    await seen(manager.page, "打过去是一家饭店");
    await expectWellMade(manager);
    await picture(manager, "wide");
    await tap(manager.page, "改资料");
    await type(manager.page, "电话", "0373");
    await tap(manager.page, "改好了，保存");
    await seen(manager.page, /^电话只写数字和短横线/);
    await type(manager.page, "电话", "0373-5559999");
    await type(manager.page, "助餐 每天几点到几点", "10:30-13:00、17:00-18:30");
    await expectWellMade(manager);
    await picture(manager, "form-wide");
    await tap(manager.page, "改好了，保存");
    await seen(manager.page, "电话 0373-5559999");
    await tap(manager.page, "电话不对，回音");
    await field(manager.page, "对她说一句（可以不写）").fill("换新号码了。");
    await picture(manager, "answer");
    await tap(manager.page, "好了");
    await words(manager.page, "打过去是一家饭店").waitFor({ state: "hidden" });
    expect(await stored()).toMatchObject({ phone: "0373-5559999" });

    await relayedChain(site.app);
    await elder.page.goto("/domains/notices/pages/inbox/index");
    await seen(elder.page, `${CANTEEN}照您说的改好了，谢谢您。换新号码了。`);
  }, 90_000);

  test("on a phone, at both scales, page and form are whole", async () => {
    for (const textSize of ["standard", "largest"] as const) {
      const manager = await managersPhone({ textSize });
      await tap(manager.page, /^点位资料/);
      await button(manager.page, "都对，确认").waitFor();
      await expectWellMade(manager);
      await picture(manager, `record-${textSize}`);
      await tap(manager.page, "改资料");
      await expectWellMade(manager);
      await picture(manager, `form-${textSize}`);
      await manager.page.context().close();
    }
  }, 90_000);
});
