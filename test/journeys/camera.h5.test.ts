import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { BondModel } from "@server/domains/family/bond.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { describeInChromium } from "../support/chromium";
import { fakeCamera, type FakeCamera } from "../support/fake-camera";
import type { Phone } from "../support/h5-app";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { mealsClient, wishFor } from "../support/meals";
import { readQr } from "../support/read-qr";
import { standStill } from "../support/read-screen";
import { emptyPictures } from "../support/screens";
import { button, expectWellMade, field, seen, tap, typeBirthDate } from "../support/screen";

const LUNCHTIME = "2026-11-23T03:35:00.000Z";

describeInChromium("what a phone shows, another's camera reads", () => {
  let site: LunchSite;
  let camera: FakeCamera;
  const log: string[] = [];
  const folder = emptyPictures("camera");

  beforeAll(async () => {
    camera = fakeCamera();
    site = await openLunchSite(undefined, { browser: camera.browserArguments, log });
  }, BUILD_AND_START_MS);

  afterAll(async () => {
    await site.close();
    camera.remove();
  });

  const look = async (phone: Phone, name: string) => {
    await standStill(phone.page);
    await phone.page.screenshot({ path: join(folder, `${name}.png`) });
    await expectWellMade(phone);
  };
  const daughter = () =>
    buildPerson(site.app.deps, {
      preferredName: "小敏",
      birthDate: "1977-07-28",
      communityId: site.world.community._id,
    });
  const invited = async () => {
    const hers = await site.phoneOf(site.world.elder, { textSize: "largest" });
    await hers.page.goto("/domains/family/pages/invite/index");
    await tap(hers.page, "做一个邀请码");
    await seen(hers.page, "家人在身边，就扫这个");
    return hers;
  };
  const bonds = () => BondModel.find({ elder: site.world.elder._id }).lean();

  test("an elder shows the picture of this minute, the counter's camera reads it, the meal is handed out", async () => {
    const { app, world } = site;
    const elder = { id: world.elder._id, token: await app.signInAs(world.elder._id) };
    const { body } = await mealsClient(app).book(elder, wishFor(elder, world.menu)).expect(201);
    app.clock.set(LUNCHTIME);
    const hers = await site.phoneOf(world.elder);
    await hers.page.goto(`/domains/meals/pages/booking/index?bookingId=${body.data.id}`);
    await tap(hers.page, "给师傅扫码");
    await seen(hers.page, "图码每分钟换一次，截图不能用。");
    camera.show(await readQr(hers.page, "取餐图码"));

    const cooks = await site.phoneOf(world.cook, { width: 1280, height: 800 });
    await cooks.page.goto("/tabs/me/index");
    await tap(cooks.page, /^今天/);
    await seen(cooks.page, "王阿姨");
    await tap(cooks.page, "扫码");
    await seen(cooks.page, /王阿姨到了：红烧豆腐套餐/);
    await look(cooks, "1-served");
    const portion = await PortionModel.findOne({ bookingId: body.data.id }).lean();
    expect([portion?.state, portion?.servedBy]).toEqual(["served", "qr"]);

    camera.show("https://example.org/");
    await tap(cooks.page, "扫码");
    await seen(cooks.page, /这张码不是这里的/);
  }, 90_000);

  test("a daughter reads her mother's invitation with the camera; the birth date stays to be known", async () => {
    const hers = await invited();
    await look(hers, "2-invitation");
    const link = await readQr(hers.page, "邀请图码");
    const [address, code = ""] = link.split("#code=");
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/domains\/family\/pages\/accept\/index$/);
    expect(code).toMatch(/^\d{6}$/);

    camera.show("https://example.org/#code=12");
    const daughters = await site.phoneOf(await daughter());
    const { page } = daughters;
    await page.goto("/domains/family/pages/accept/index");
    await look(daughters, "3-accept");
    await tap(page, "扫老人手机上的邀请码");
    await seen(page, /这张码不是邀请码/);
    camera.show(link);
    await tap(page, "扫老人手机上的邀请码");
    await page.waitForFunction((wanted) => document.querySelector("input")?.value === wanted, code);
    await expectWellMade(daughters);
    expect(await button(page, "好了").getAttribute("aria-disabled")).toBe("true");
    await typeBirthDate(page, ["1948", "5", "6"]);
    await tap(page, "好了");
    await seen(page, /您可以替王阿姨办事了/);
    expect(await bonds()).toHaveLength(1);
  }, 90_000);

  test("opened as a link the code is filled in, leaves the address, and never reaches server or log", async () => {
    const hers = await invited();
    const link = await readQr(hers.page, "邀请图码");
    const code = link.split("#code=")[1] ?? "";
    const guests = await site.phone();
    const asked: string[] = [];
    guests.page.on("request", (request) => asked.push(`${request.url().split("#")[0]} ${request.postData() ?? ""}`));
    await guests.page.goto(link);
    await seen(guests.page, "您先登录");
    await look(guests, "4-guest");

    const daughters = await site.phoneOf(await daughter());
    daughters.page.on("request", (request) => asked.push(request.url().split("#")[0] ?? ""));
    await daughters.page.goto(link);
    await field(daughters.page, "邀请码").waitFor();
    expect(await field(daughters.page, "邀请码").inputValue()).toBe(code);
    expect(daughters.page.url()).not.toContain(code);
    await typeBirthDate(daughters.page, ["1948", "5", "6"]);
    await tap(daughters.page, "好了");
    await seen(daughters.page, /您可以替王阿姨办事了/);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((line) => line.includes(code))).toEqual([]);
    expect(log.length).toBeGreaterThan(5);
    // Ids are random: only a word of its own is the code.
    expect(log.filter((line) => line.split(/[^\w-]+/).includes(code))).toEqual([]);
  }, 90_000);
});
