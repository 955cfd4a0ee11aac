import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addDays, businessDay } from "@shared/core/dates";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { reportCorrection } from "@server/domains/care-point-records/report-correction";
import { escalateCorrections } from "@server/domains/care-point-records/escalate-corrections";
import { relayedChain } from "../support/audit";
import { describeInChromium } from "../support/chromium";
import type { Phone } from "../support/h5-app";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { button, choose, expectWellMade, field, seen, tap, type, words } from "../support/screen";
import { emptyPictures } from "../support/screens";

const CANTEEN = "春风社区食堂";
const NEW_NAME = "春风长者食堂";
const ORPHAN = "向荣老年食堂";
const OFFICE = { regionId: "xinxiang-hongqi", regionName: "红旗区" };
const desktop = { width: 1280, height: 800 };

describeInChromium("what matters in an entry is the office's to say yes to", () => {
  let site: LunchSite;
  let managerId: string;
  let officerId: string;
  let orphanId: string;
  const folder = emptyPictures("office-desk");

  beforeAll(async () => {
    site = await openLunchSite();
    const { community, canteen, elder } = site.world;
    const { deps, clock } = site.app;
    const person = async (more: object) => (await buildPerson(deps, { communityId: community._id, ...more }))._id;
    const memberships = [{ carePointId: canteen._id, role: "care_point_manager" }];
    managerId = await person({ preferredName: "陈主任", memberships });
    officerId = await person({ preferredName: "孙科长", offices: [{ regionId: OFFICE.regionId }] });
    const verifiedOn = addDays(businessDay(clock.now()), -70);
    const orphan = { regionId: community._id, name: ORPHAN, phone: "0373-5550109", verifiedOn };
    orphanId = (await buildCarePoint(orphan))._id;
    clock.advance(-7 * 24 * 3_600_000);
    const said = { what: "closed", sentence: "去了两次都关着门", reporterId: elder._id, key: "k" } as const;
    await reportCorrection(deps, { ...said, carePointId: orphanId });
    clock.advance(7 * 24 * 3_600_000);
    await escalateCorrections(deps);
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  const at = async (personId: string, options?: Parameters<LunchSite["phone"]>[0]): Promise<Phone> => {
    const phone = await site.phoneOf({ _id: personId }, options);
    await phone.page.goto("/tabs/me/index");
    return phone;
  };
  const atDesk = async (options?: Parameters<LunchSite["phone"]>[0]): Promise<Phone> => {
    const officer = await at(officerId, options);
    await tap(officer.page, /^核实和公布/);
    await seen(officer.page, "待核实的修改");
    return officer;
  };
  const list = ({ page }: Phone, name: string) =>
    page.getByRole("switch", { name, exact: true }).filter({ visible: true }).first().click();
  const picture = async (phone: Phone, name: string) => {
    await expectWellMade(phone);
    await phone.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };
  const stored = (id: string) => CarePointModel.findById(id).lean().orFail();

  test("a manager proposes a new name, the officer says yes, a resident reads it", async () => {
    const manager = await at(managerId);
    await tap(manager.page, /^点位资料/);
    await tap(manager.page, "提一个修改");
    await choose(manager.page, "名称");
    await type(manager.page, "新名称", NEW_NAME);
    await picture(manager, "propose-name");
    await choose(manager.page, "位置");
    await type(manager.page, "纬度", "113.88200");
    await type(manager.page, "经度", "35.30200");
    await tap(manager.page, "请红旗区民政局核实");
    await seen(manager.page, /^是不是填反了/);
    // The browser notes the refusal, as it should.
    manager.faults.splice(0);
    await picture(manager, "propose-swapped");
    await choose(manager.page, "名称");
    await type(manager.page, "新名称", "春风餐厅");
    await tap(manager.page, "请红旗区民政局核实");
    await seen(manager.page, "名称改成：春风餐厅");
    await tap(manager.page, "撤回");
    await seen(manager.page, "想改成：春风餐厅");
    await picture(manager, "withdraw");
    await tap(manager.page, "确定，撤回");
    await seen(manager.page, "撤回了");
    await choose(manager.page, "名称");
    await type(manager.page, "新名称", NEW_NAME);
    await tap(manager.page, "请红旗区民政局核实");
    await seen(manager.page, `名称改成：${NEW_NAME}`);
    await picture(manager, "record-waiting");
    expect((await stored(site.world.canteen._id)).name).toBe(CANTEEN);

    const officer = await atDesk(desktop);
    await picture(officer, "desk-wide");
    await tap(officer.page, /^春风社区食堂，改名称/);
    await seen(officer.page, "想改成");
    await type(officer.page, "说一句（可以不写）", "照营业执照核对过。");
    await picture(officer, "change-wide");
    await tap(officer.page, "同意，改过来");
    await seen(officer.page, "没有要核实的修改");

    const resident = await site.phoneOf(site.world.elder);
    await resident.page.goto("/tabs/nearby/index");
    await tap(resident.page, /^春风长者食堂/);
    await seen(resident.page, `以前叫 ${CANTEEN}`);
    await relayedChain(site.app);
    await manager.page.goto("/domains/notices/pages/inbox/index");
    await seen(manager.page, `${NEW_NAME}的名称，核实过，已经改好了。照营业执照核对过。`);
  }, 120_000);

  test("what a place did not answer, the office answers; what nobody manages, it confirms and takes out", async () => {
    const officer = await atDesk();
    await list(officer, "更正");
    await seen(officer.page, "去了两次都关着门");
    await picture(officer, "corrections");
    await tap(officer.page, `${ORPHAN}，回音`);
    await choose(officer.page, "不是这样");
    await field(officer.page, /说一句（可以不写）$/).fill("打电话问过，周三起照常开。");
    await tap(officer.page, "好了");
    await seen(officer.page, "没有过期没回的");

    await list(officer, "很久没核对");
    await tap(officer.page, /^向荣老年食堂/);
    await seen(officer.page, /这里没有负责人/);
    await picture(officer, "entry");
    await tap(officer.page, "照片");
    await seen(officer.page, "还没有照片。先拍门口，让人认得路，再拍里面。");
    await officer.page.goBack();
    await tap(officer.page, "打电话问过，都对");
    await seen(officer.page, /^2026年11月22日核对过。/);
    await tap(officer.page, "停止公布");
    await type(officer.page, "为什么", "装修到年底");
    await picture(officer, "withhold");
    await officer.page.getByRole("dialog").getByRole("button", { name: "停止公布", exact: true }).click();
    await seen(officer.page, "停止公布：装修到年底");
    expect((await stored(orphanId)).withheld).toMatchObject({ why: "unpublished" });
    await tap(officer.page, "重新公布");
    await button(officer.page, "停止公布").waitFor();
    expect((await stored(orphanId)).withheld).toBeNull();
  }, 120_000);

  test("somebody claims the place, the officer says yes, and with the code it is theirs to run", async () => {
    const claimant = await site.phoneOf(site.world.elder, { textSize: "largest" });
    await claimant.page.goto(`/domains/care-point-records/pages/claim/index?placeId=${orphanId}`);
    await type(claimant.page, "您在这里做什么", "我是这里的院长，姓周");
    await type(claimant.page, "您的手机号", "13800138023");
    await picture(claimant, "claim-largest");
    await tap(claimant.page, "请他们核实");
    await seen(claimant.page, "收到了，等核实");

    const officer = await atDesk({ textSize: "largest" });
    await list(officer, "认领");
    await seen(officer.page, "说的是：我是这里的院长，姓周");
    await picture(officer, "claims-largest");
    await tap(officer.page, /，回音$/);
    await type(officer.page, "登录名", "zhouyuan");
    await tap(officer.page, "好了");
    const shown = words(officer.page, /^\d{4} \d{4}$/);
    await shown.waitFor();
    const code = ((await shown.textContent()) ?? "").replace(" ", "");
    await officer.page.screenshot({ path: join(folder, "claim-code.png") });
    await tap(officer.page, "告诉了");
    await seen(officer.page, "没有人在等认领");

    await site.app.request
      .post("/api/accounts/staff/invitations/accept")
      .send({ loginName: "zhouyuan", code, password: "a password of her own" })
      .expect(200);
    await claimant.page.context().close();
    const owner = await at(site.world.elder._id);
    await seen(owner.page, "点位资料");
    await list(officer, "没有负责人");
    await seen(officer.page, "每一处都有负责人");
  }, 120_000);

  test("on a phone, at both scales, desk and forms are whole", async () => {
    for (const textSize of ["standard", "largest"] as const) {
      const officer = await atDesk({ textSize });
      await picture(officer, `desk-${textSize}`);
      await list(officer, "找一处");
      await type(officer.page, "名字", "食堂");
      await tap(officer.page, "找");
      await seen(officer.page, NEW_NAME);
      await picture(officer, `find-${textSize}`);
      await officer.page.context().close();
      const manager = await at(managerId, { textSize });
      await tap(manager.page, /^点位资料/);
      await tap(manager.page, "提一个修改");
      await choose(manager.page, "运营单位");
      await picture(manager, `operator-${textSize}`);
      await manager.page.context().close();
    }
  }, 120_000);
});
