import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { PhotoModel } from "@server/domains/care-point-photos/photo.model";
import { describeInChromium } from "../support/chromium";
import type { Phone } from "../support/h5-app";
import { ramp } from "../support/hostile-pictures";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { button, expectWellMade, seen, tap, type } from "../support/screen";
import { emptyPictures } from "../support/screens";

describeInChromium("a canteen shows what it looks like", () => {
  let site: LunchSite;
  let manager: Phone;
  const folder = emptyPictures("photos");

  beforeAll(async () => {
    site = await openLunchSite();
    const { community, canteen } = site.world;
    const { _id } = await buildPerson(site.app.deps, {
      preferredName: "陈主任",
      communityId: community._id,
      memberships: [{ carePointId: canteen._id, role: "care_point_manager" }],
    });
    manager = await site.phoneOf({ _id });
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  const picture = ({ page }: Phone, name: string) =>
    page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const shown = async () => {
    const photos = await PhotoModel.find({ state: "shown" }).lean();
    return photos.sort((a, b) => a.position - b.position).map(({ caption }) => caption);
  };

  /** Chooses a file as a person does, after a tap on the button. */
  async function choose({ page }: Phone, file: { name: string; buffer: Buffer }): Promise<void> {
    const asked = page.waitForEvent("filechooser");
    await tap(page, "添一张照片");
    await (await asked).setFiles({ ...file, mimeType: "image/jpeg" });
    await seen(page, "这张照片拍的是什么？");
  }

  test("its manager adds pictures and puts the door first; what is no picture is refused in words", async () => {
    const { page } = manager;
    await page.goto("/tabs/me/index");
    await tap(page, /^点位资料/);
    await tap(page, "照片");
    await seen(page, "还没有照片。先拍门口，让人认得路，再拍里面。");
    await picture(manager, "empty");

    await choose(manager, { name: "a.jpg", buffer: await ramp(1_200, 800).jpeg().toBuffer() });
    await tap(page, "餐厅");
    await expectWellMade(manager);
    await picture(manager, "add");
    await tap(page, "传上去");
    await seen(page, "餐厅");

    await choose(manager, { name: "b.jpg", buffer: await ramp(800, 1_200).jpeg().toBuffer() });
    await type(page, "拍的是什么", "门口，左边有坡道");
    await tap(page, "传上去");
    await tap(page, "门口，左边有坡道，往前挪");
    await button(page, "餐厅，往前挪").waitFor();
    expect(await shown()).toEqual(["门口，左边有坡道", "餐厅"]);
    await expectWellMade(manager);
    await picture(manager, "kept");

    await choose(manager, { name: "c.jpg", buffer: Buffer.from("%PDF-1.7") });
    await tap(page, "厨房");
    await tap(page, "传上去");
    await seen(page, "这张照片用不了，请换一张手机拍的普通照片");
    await tap(page, "不传了");
    expect(manager.faults.filter((fault) => !fault.includes("422"))).toEqual([]);
  }, 120_000);

  test("who thinks of going there sees them, and hears what they show", async () => {
    const { canteen, elder } = site.world;
    const looking = await site.phoneOf(elder, { textSize: "largest" });
    const { page } = looking;
    await page.goto(`/domains/care-points/pages/care-point/index?carePointId=${canteen._id}`);
    await page.getByAltText("门口，左边有坡道").waitFor();
    await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
    await expectWellMade(looking);
    await picture(looking, "strip-largest");
    await tap(page, "看照片：门口，左边有坡道");
    await seen(page, "第 1 张，共 2 张");
    await picture(looking, "viewer-largest");
    await tap(page, "下一张");
    await seen(page, "第 2 张，共 2 张");
    await tap(page, "看好了");
    expect(looking.faults).toEqual([]);
    const plain = await site.phoneOf(elder);
    await plain.page.goto(`/domains/care-points/pages/care-point/index?carePointId=${canteen._id}`);
    await plain.page.getByAltText("门口，左边有坡道").waitFor();
    await picture(plain, "strip");
  }, 90_000);

  test("one that is taken away is gone for everybody", async () => {
    const wide = await site.phoneOf({ _id: await managerId() }, { width: 1_280, height: 800 });
    const { page } = wide;
    const { canteen } = site.world;
    const address = new URLSearchParams({ carePointId: canteen._id, carePointName: canteen.name, isManager: "yes" });
    await page.goto(`/domains/care-point-photos/workbench/photos/index?${address}`);
    await seen(page, "餐厅");
    await picture(wide, "kept-wide");
    await tap(page, "餐厅，删掉");
    await button(page, "留着").waitFor();
    await picture(wide, "remove-wide");
    await page.getByRole("dialog").getByRole("button", { name: "删掉", exact: true }).click();
    await seen(page, "门口，左边有坡道");
    await button(page, "餐厅，删掉").waitFor({ state: "detached" });
    expect(await shown()).toEqual(["门口，左边有坡道"]);
  }, 90_000);

  const managerId = async () => (await PhotoModel.findOne({ state: "shown" }).lean().orFail()).addedBy ?? "";
});
