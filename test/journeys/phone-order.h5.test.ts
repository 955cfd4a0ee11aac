import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { PortionModel } from "@server/domains/meals/portion.model";
import { describeInChromium } from "../support/chromium";
import { typist } from "../support/keyboard";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { standStill } from "../support/read-screen";
import { emptyPictures } from "../support/screens";
import { choose, expectWellMade, seen, tap, type } from "../support/screen";

/** Half a minute for somebody who presses two keys a second. */
const KEYS_AT_MOST = 60;

describeInChromium("a resident rings up, a cook books for her", () => {
  let site: LunchSite;
  const folder = emptyPictures("phone-order");

  beforeAll(async () => {
    site = await openLunchSite();
    const communityId = site.world.community._id;
    const people = [
      { preferredName: "王秀兰", phone: "13800001200", birthDate: "1948-05-06" },
      { preferredName: "王秀莲", phone: "13800001201", birthDate: "1939-01-30" },
      { preferredName: "李建国", phone: "13800001202" },
    ];
    for (const person of people) await buildPerson(site.app.deps, { communityId, ...person });
  }, BUILD_AND_START_MS);

  afterAll(() => site.close());

  const open = async (options: Parameters<LunchSite["phone"]>[0], name: string) => {
    const phone = await site.phoneOf(site.world.cook, options);
    const { page } = phone;
    await page.goto("/tabs/me/index");
    await tap(page, /^电话订餐/);
    await seen(page, /先问清是谁/);
    const look = async (state: string) => {
      await standStill(page);
      await page.screenshot({ path: join(folder, `${name}-${state}.png`) });
      await expectWellMade(phone);
    };
    return { ...phone, look };
  };
  const held = () => PortionModel.find({ sitting: site.world.menu._id, active: true }).lean();
  const cursorInField = () => document.activeElement?.tagName === "INPUT";

  test("at a desk, by keyboard alone, in fewer keys than half a minute has", async () => {
    const { page, look } = await open({ width: 1280, height: 800 }, "desk");
    const keys = typist(page);
    await page.waitForFunction(cursorInField);
    await keys.type("wxl");
    await keys.press("Enter");
    await seen(page, /王秀莲/);
    await look("1-found");
    await keys.enter(/^王秀兰.*尾号 1200/);
    await seen(page, /前可订/);
    await look("2-menu");
    await keys.enter(/^番茄炒蛋套餐/);
    await keys.enter(/^自己取$/);
    await keys.enter(/^替王秀兰订这份$/);
    await seen(page, "念一遍给对方听");
    await look("3-confirm");
    await keys.enter(/^订好$/);
    await seen(page, "取餐码，念给对方听");
    await look("4-done");
    expect(keys.presses()).toBeLessThanOrEqual(KEYS_AT_MOST);

    const [booked, ...others] = await held();
    expect(others).toEqual([]);
    expect(booked).toMatchObject({ dishName: "番茄炒蛋套餐", mode: "pick_up", bookedBy: site.world.cook._id });
    await seen(page, `${booked?.code?.slice(0, 3)} ${booked?.code?.slice(3)}`);
    await keys.enter(/^下一位$/);
    await page.waitForFunction(cursorInField);
  }, 90_000);

  test("on a phone at the largest type; who has one already is told so, and another can be tried", async () => {
    const { page, look, faults } = await open({ textSize: "largest" }, "phone");
    await type(page, "称呼或手机尾号", "1200");
    await tap(page, "找一找");
    await tap(page, /^王秀兰/);
    await seen(page, /前可订/);
    await look("2-menu");
    await tap(page, "替王秀兰订这份");
    await tap(page, "订好");
    await seen(page, "这个人这一餐已经有一份了");
    faults.splice(0);
    await look("3-refused");
    await tap(page, "改一改");
    await tap(page, /^王秀兰.*换人/);
    await type(page, "称呼或手机尾号", "ljg");
    await tap(page, "找一找");
    await tap(page, /^李建国/);
    await tap(page, "替李建国订这份");
    await look("3-confirm");
    await tap(page, "订好");
    await seen(page, "取餐码，念给对方听");
    await look("4-done");
    expect(await held()).toHaveLength(2);
  }, 90_000);

  test("she reads who booked it for her; cancelled, it stands among what is over with who cancelled it", async () => {
    const hers = (await held()).find(({ dishName }) => dishName === "番茄炒蛋套餐");
    const phone = await site.phoneOf({ _id: hers?.elder ?? "" }, { textSize: "largest" });
    const { page } = phone;
    await page.goto("/tabs/bookings/index");
    await seen(page, "李师傅替您订的");
    await tap(page, "取消明天的番茄炒蛋套餐");
    await tap(page, "取消这一餐");
    await choose(page, "以前的");
    await seen(page, "您取消了");
    await standStill(page);
    await page.screenshot({ path: join(folder, "elder-past.png") });
    await expectWellMade(phone);
  }, 90_000);
});
