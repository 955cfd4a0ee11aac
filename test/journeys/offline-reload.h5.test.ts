import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { PortionModel } from "@server/domains/meals/portion.model";
import { writeServiceWorker } from "../../config/service-worker.js";
import { describeInChromium } from "../support/chromium";
import { ensureH5Built, H5_BUILD } from "../support/h5-app";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { mealsClient, wishFor } from "../support/meals";
import { standStill } from "../support/read-screen";
import { emptyPictures } from "../support/screens";
import { expectWellMade, seen, tap, type } from "../support/screen";
import { until } from "../support/until";

const LUNCHTIME = "2026-11-23T03:35:00.000Z";
const GUESTS = ["王秀兰", "李建国", "赵玉梅"];

describeInChromium("the app stays on the device", () => {
  const appFolder = mkdtempSync(join(tmpdir(), "yike-build-"));
  const pictures = emptyPictures("offline-reload");
  let site: LunchSite;

  beforeAll(async () => {
    await ensureH5Built();
    cpSync(H5_BUILD, appFolder, { recursive: true });
    site = await openLunchSite(undefined, { appFolder });
    for (const [place, preferredName] of GUESTS.entries()) await bookFor(preferredName, place);
    site.app.clock.set(LUNCHTIME);
  }, BUILD_AND_START_MS);

  afterAll(async () => {
    await site.close();
    rmSync(appFolder, { recursive: true });
  });

  async function bookFor(preferredName: string, place: number): Promise<void> {
    const { app, world } = site;
    const communityId = world.community._id;
    const { _id: id } = await buildPerson(app.deps, { preferredName, phone: `1380000120${place}`, communityId });
    const elder = { id, token: await app.signInAs(id) };
    await mealsClient(app).book(elder, wishFor(elder, world.menu)).expect(201);
  }

  const isKept = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const keptBuilds = (page: Page) =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("yike-")));
  const served = () => PortionModel.countDocuments({ sitting: site.world.menu._id, state: "served", active: true });

  test("a roster opened once outlives a reload without a network, notes a meal, and reports it once", async () => {
    const phone = await site.phoneOf(site.world.cook);
    const { page } = phone;
    // Opened without a network, a device has no clock but its own; it goes on, for the app waits by it.
    await page.clock.setSystemTime(LUNCHTIME);
    await page.goto("/tabs/me/index");
    await tap(page, /^今天/);
    await seen(page, "王秀兰");
    await isKept(page);
    await page.context().setOffline(true);
    await page.reload();
    await seen(page, /离线/);
    await seen(page, "王秀兰");
    await type(page, /找人/, "ljg");
    await tap(page, "李建国到了");
    await tap(page, "没带手机");
    await seen(page, "离线，已记 1 条，连上后自动报上去");
    await standStill(page);
    await page.screenshot({ path: join(pictures, "1-noted.png") });
    expect(await served()).toBe(0);

    await page.reload();
    await seen(page, "离线，已记 1 条，连上后自动报上去");
    await page.context().setOffline(false);
    await seen(page, "李建国 · 到了：报上去了");
    expect(await served()).toBe(1);
    await page.reload();
    await seen(page, "李建国 · 到了：报上去了");
    expect(await served()).toBe(1);
    const portion = await PortionModel.findOne({ sitting: site.world.menu._id, state: "served" }).lean();
    expect(portion?.servedBy).toBe("by_name");
    phone.faults.splice(0);
    await expectWellMade(phone);
  }, 120_000);

  test("what the API says is kept by no cache, and a page that was never opened opens too", async () => {
    const { page } = await site.phoneOf(site.world.cook);
    await page.goto("/tabs/me/index");
    await seen(page, /今天/);
    await isKept(page);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const caching = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return caching.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain("/index.html");
    expect(kept.filter((path) => path.startsWith("/api"))).toEqual([]);
    await page.context().setOffline(true);
    await page.goto("/domains/accounts/pages/about/index");
    await seen(page, /关于/);
  }, 90_000);

  test("a new build is there at the next opening, and the old one's files go", async () => {
    const { page } = await site.phoneOf(site.world.cook);
    await page.goto("/tabs/me/index");
    await isKept(page);
    const before = await keptBuilds(page);
    expect(before).toHaveLength(1);

    const shell = join(appFolder, "index.html");
    writeFileSync(shell, readFileSync(shell, "utf8").replace("<title>", "<meta name='build' content='next'><title>"));
    writeServiceWorker(appFolder);
    await page.reload();
    expect(await page.locator("meta[name=build]").count()).toBe(1);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await until(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)));
    expect(await keptBuilds(page)).toHaveLength(2);

    const context = page.context();
    await page.close();
    const opened = await context.newPage();
    await opened.goto("/tabs/me/index");
    await until(async () => {
      const names = await keptBuilds(opened);
      return names.length === 1 && names[0] !== before[0];
    });
    await context.setOffline(true);
    await opened.reload();
    await seen(opened, "我的");
    await opened.locator("meta[name=build]").waitFor({ state: "attached" });
  }, 90_000);
});
