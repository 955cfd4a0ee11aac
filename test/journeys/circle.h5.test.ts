import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { describeInChromium } from "../support/chromium";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { seen, tap } from "../support/screen";
import { emptyPictures, expectWellDrawn, scales } from "../support/screens";

describeInChromium("what is in my quarter of an hour", () => {
  let site: LunchSite;

  beforeAll(async () => {
    site = await openLunchSite();
    // 1,180 m on a way 1.3 times as long at 0.8 m a second: 32 minutes.
    await buildCarePoint({
      name: "牧野社区日间照料站",
      kinds: ["day_care_station"],
      services: ["day_care"],
      regionId: site.world.community._id,
      position: { type: "Point", coordinates: [113.88, 35.3106] },
    });
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  const row = (page: Page, name: RegExp) => page.getByRole("link", { name }).filter({ visible: true });

  test.each(scales)(
    "at scale $scale: from 附近 to the circle, and on to the place that is near",
    async ({ scale, textSize, fontPx }) => {
      const phone = await site.phoneOf(site.world.elder, { textSize });
      const { page } = phone;
      const folder = emptyPictures(`circle-${scale}`);
      await page.goto("/tabs/nearby/index");
      await seen(page, /^十五分钟走得到\s1\s处/);
      await expectWellDrawn({ phone, folder, name: "nearby", fontPx, inReach: ["换社区"] });
      await tap(page, /^十五分钟走得到\s1\s处/);

      await page.getByRole("heading", { name: "十五分钟圈" }).filter({ visible: true }).waitFor();
      await seen(page, "从春风社区走");
      await seen(page, "一刻钟便民生活圈");
      await seen(page, /^3\s项里有\s1\s项，十五分钟走得到$/);
      await row(page, /^助餐，走得到，走\s8\s分钟，春风社区食堂/).waitFor();
      await row(page, /^日间照料，太远，十五分钟走不到，最近的要走\s32\s分钟/).waitFor();
      // Nothing to go to: a sentence, no link.
      await seen(page, "附近十公里没有");
      expect(await row(page, /^托育/).count()).toBe(0);
      await page.getByRole("button", { name: "打电话 12345" }).filter({ visible: true }).waitFor();
      await expectWellDrawn({ phone, folder, name: "circle", fontPx, inReach: ["返回"] });

      await row(page, /^助餐/).click();
      await page.getByRole("heading", { name: "春风社区食堂" }).filter({ visible: true }).waitFor();
      await tap(page, "返回");
      await row(page, /^助餐/).waitFor();
    },
    60_000,
  );

  test("with nothing near, 附近 leads there all the same", async () => {
    await CarePointModel.updateMany({ services: "meals" }, { $set: { leavesOn: "2020-01-01" } });
    const { page } = await site.phoneOf(site.world.elder);
    await page.goto("/tabs/nearby/index");
    await tap(page, "十五分钟走不到，看最近的有多远");
    await seen(page, /^3\s项，十五分钟都走不到$/);
  });
});
