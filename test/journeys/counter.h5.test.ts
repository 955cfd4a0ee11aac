import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { MenuModel } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { describeInChromium } from "../support/chromium";
import type { Phone } from "../support/h5-app";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import type { LunchWorld } from "../support/lunch-world";
import { mealsClient, wishFor } from "../support/meals";
import { button, choose, expectWellMade, seen, tap, tick, type } from "../support/screen";

const GUESTS = ["王秀兰", "李建国", "赵玉梅", "孙桂芳", "周德明", "吴素珍"] as const;

describeInChromium("a cook hands lunch out, a manager plans", () => {
  let site: LunchSite;
  let menu: LunchWorld["menu"];
  let managerId: string;

  beforeAll(async () => {
    site = await openLunchSite("2026-11-21T02:00:00.000Z");
    ({ menu } = site.world);
    managerId = await buildManager();
    for (const [place, name] of GUESTS.entries()) await bookFor(name, place);
    site.app.clock.set("2026-11-22T03:35:00.000Z");
  }, BUILD_AND_START_MS);

  afterAll(() => site.close());

  async function buildManager(): Promise<string> {
    const { _id } = await buildPerson(site.app.deps, {
      preferredName: "陈主任",
      communityId: site.world.community._id,
      memberships: [{ carePointId: site.world.canteen._id, role: "care_point_manager" }],
    });
    return _id;
  }

  async function bookFor(preferredName: string, place: number, sitting = menu): Promise<void> {
    const phone = `1380000120${place}`;
    const { _id: id } = await buildPerson(site.app.deps, {
      preferredName,
      phone,
      communityId: site.world.community._id,
    });
    const token = await site.app.signInAs(id);
    const dishId = sitting.dishes[place % sitting.dishes.slice(0, 2).length]?.id ?? "";
    await mealsClient(site.app)
      .book({ id, token }, wishFor({ id, token }, sitting, { dishId }))
      .expect(201);
  }

  const codeOf = async (name: string): Promise<string> => {
    const { body } = await site.app.request
      .get(`/api/meals/counter/rosters/${menu._id}`)
      .set("Authorization", `Bearer ${await site.app.signInAs(site.world.cook._id)}`)
      .expect(200);
    const row = (body.data.rows as { name: string; bookingId: string }[]).find((one) => one.name === name);
    const portion = await PortionModel.findOne({ bookingId: row?.bookingId ?? "" }).lean();
    return portion?.code ?? "";
  };
  const servedInAll = () => PortionModel.countDocuments({ sitting: menu._id, state: "served", active: true });

  /** Somebody's phone, with the way to her workbench in sight. */
  const staffPhone = async (personId: string, options?: Parameters<LunchSite["phone"]>[0]): Promise<Phone> => {
    const phone = await site.phoneOf({ _id: personId }, options);
    await phone.page.goto("/tabs/me/index");
    await button(phone.page, /今天/).waitFor();
    return phone;
  };

  test("codes, names, walk-ins and an empty pot, then a while without a network", async () => {
    const phone = await staffPhone(site.world.cook._id);
    const { page } = phone;
    await tap(page, /今天/);
    await seen(page, "王秀兰");
    await expectWellMade(phone);

    const code = await codeOf("王秀兰");
    await type(page, /取餐码/, code);
    await page.keyboard.press("Enter");
    await seen(page, /王秀兰到了：红烧豆腐套餐，在食堂吃，付 11 元/);
    expect(await servedInAll()).toBe(1);
    await expectWellMade(phone);
    await type(page, /取餐码/, code);
    await seen(page, /王秀兰这一餐 11:35 已经领过了/);
    expect(await servedInAll()).toBe(1);
    await tap(page, "撤回王秀兰的领餐");
    await seen(page, /撤回了，王秀兰的饭算没有领/);
    expect(await servedInAll()).toBe(0);

    await type(page, /找人/, "ljg");
    await tap(page, "李建国到了");
    await seen(page, "没有取餐码，为什么给？");
    await expectWellMade(phone);
    await tap(page, "没带手机");
    await seen(page, /李建国到了：番茄炒蛋套餐/);
    await type(page, /找人/, "");

    await choose(page, "现场来");
    await choose(page, "没登记的客人");
    await expectWellMade(phone);
    await tap(page, "给客人一份红烧豆腐套餐");
    await seen(page, /现场来客到了：红烧豆腐套餐/);
    expect(await servedInAll()).toBe(2);

    await choose(page, "份数");
    await tap(page, "清炖鸡套餐卖完了");
    await button(page, "清炖鸡套餐又有了").waitFor();
    await expectWellMade(phone);
    await choose(page, "名单");

    const offline = { name: "赵玉梅", code: await codeOf("赵玉梅") };
    await page.context().setOffline(true);
    await seen(page, /离线/);
    await type(page, /取餐码/, offline.code);
    await seen(page, /是哪一位/);
    await tap(page, /赵玉梅/);
    await seen(page, /赵玉梅到了.*已记下/);
    await tap(page, "孙桂芳到了");
    await tap(page, "认得本人");
    await seen(page, "离线，已记 2 条，连上后自动报上去");
    expect(await servedInAll()).toBe(2);
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toMatch(/phoneTail\\*":\\*"/);

    await page.context().setOffline(false);
    await seen(page, "赵玉梅 · 到了：报上去了");
    await seen(page, "孙桂芳 · 到了：报上去了");
    expect(await servedInAll()).toBe(4);
    phone.faults.splice(0);
    await expectWellMade(phone);
    await page.reload();
    await seen(page, "孙桂芳 · 到了：报上去了");
    await tap(page, "看过了");
    expect(await servedInAll()).toBe(4);
  }, 120_000);

  test("a manager puts a dish on the list, plans a meal, and calls the date off: who booked is counted first", async () => {
    const phone = await staffPhone(managerId, { width: 1280 });
    const { page } = phone;
    await tap(page, /菜单/);
    await choose(page, "下一周");
    await button(page, "11月24日 星期二 午饭，还没有排").waitFor();
    await expectWellMade(phone);
    await choose(page, "菜");
    await tap(page, "加一道菜");
    await type(page, "菜名", "萝卜排骨汤套餐");
    await type(page, "配什么", "青菜、米饭");
    await type(page, /多少钱/, "12.5");
    await expectWellMade(phone);
    await tap(page, "存好");
    await seen(page, /12.5\s元，青菜、米饭/);
    await choose(page, "下一周");
    await tap(page, "11月24日 星期二 午饭，还没有排");
    await tick(page, /萝卜排骨汤/);
    await expectWellMade(phone);
    await tap(page, "排好，现在就能订");
    await button(page, "11月24日 星期二 午饭，萝卜排骨汤套餐 20 份").waitFor();
    await expectWellMade(phone);

    const planned = await MenuModel.findOne({ serviceDate: "2026-11-24" }).lean().orFail();
    await bookFor("郑爱华", 7, planned);
    await tap(page, "11月24日 星期二停一天");
    await seen(page, /已经有 1 人订了/);
    await page.getByRole("switch", { name: "停水停电" }).click();
    await expectWellMade(phone);
    await tap(page, "停，通知大家");
    await seen(page, /取消了 1 份预订/);
    await tap(page, "好了");
    await button(page, "11月24日 星期二 午饭，停：停水停电").waitFor();
    expect(await PortionModel.countDocuments({ sitting: planned._id, active: true })).toBe(0);
  }, 60_000);

  test("on a desktop the roster is a table; on paper it is A4 in large type and nothing of the screen is left", async () => {
    const phone = await staffPhone(managerId, { width: 1280 });
    const { page } = phone;
    await tap(page, /今天/);
    await seen(page, "王秀兰");
    await expectWellMade(phone);
    await tap(page, "打印名单");
    await seen(page, /共 7 份/);
    await expectWellMade(phone);
    await choose(page, "餐条");
    await page.emulateMedia({ media: "print" });
    const shown = await page.locator("body").innerText();
    expect(shown).toContain("王秀兰");
    expect(shown).not.toMatch(/打电话|返回|登录码|今天\n/);
    const smallest = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll(".paper *")].map((element) => parseFloat(getComputedStyle(element).fontSize)),
      ),
    );
    expect(smallest).toBeGreaterThanOrEqual((16 * 96) / 72 - 0.1);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(paper).toMatch(/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    expect(paper.match(/\/Type \/Page\b/g)?.length).toBe(2);
  }, 60_000);

  test("at 320 pixels and the largest type the counter stays whole", async () => {
    const phone = await staffPhone(site.world.cook._id, { width: 320, textSize: "largest" });
    const { page } = phone;
    await tap(page, /今天/);
    await seen(page, "王秀兰");
    await expectWellMade(phone);
    await choose(page, "份数");
    await expectWellMade(phone);
  }, 60_000);

  test("an elder shows the picture of this minute; read by the counter it hands her meal out", async () => {
    const booked = await PortionModel.findOne({ sitting: menu._id, state: "booked", active: true }).lean().orFail();
    const bookingId = booked.bookingId ?? "";
    const phone = await site.phoneOf({ _id: booked.elder ?? "" });
    const { page } = phone;
    await page.goto(`/domains/meals/pages/booking/index?bookingId=${bookingId}`);
    const pass = page.waitForResponse(/pick-up-pass/);
    await tap(page, "给师傅扫码");
    const { data } = (await (await pass).json()) as { data: { text: string } };
    await page.getByRole("img", { name: "取餐图码" }).waitFor();
    site.app.clock.advance(1_000);
    await expectWellMade(phone);
    const { body } = await site.app.request
      .post("/api/meals/counter/check-ins")
      .set("Authorization", `Bearer ${await site.app.signInAs(site.world.cook._id)}`)
      .send({ carePointId: site.world.canteen._id, proof: { kind: "qr", text: data.text } })
      .expect(200);
    expect(body.data.row.bookingId).toBe(bookingId);
  }, 60_000);
});
