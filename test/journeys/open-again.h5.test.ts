import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import type { PersonDocument } from "@server/domains/accounts/person.model";
import { describeInChromium } from "../support/chromium";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { mealsClient, wishFor } from "../support/meals";
import { button, seen } from "../support/screen";

describeInChromium("the app is closed and opened again", () => {
  let site: LunchSite;
  let elder: PersonDocument;

  beforeAll(async () => {
    site = await openLunchSite();
  }, BUILD_AND_START_MS);
  beforeEach(async () => {
    elder = await buildPerson(site.app.deps, { communityId: site.world.community._id });
  });
  afterAll(() => site.close());

  test("a moment later: what was kept is only a copy, home asks how it is now", async () => {
    const { page } = await site.phoneOf(elder);
    await page.goto("/");
    await button(page, "订明天午饭").waitFor();
    const her = { id: elder._id, token: await site.app.signInAs(elder._id) };
    await mealsClient(site.app).book(her, wishFor(her, site.world.menu)).expect(201);
    await page.goto("/");
    await seen(page, "明天午饭已订好");
  }, 60_000);

  test("while something was still on its way: it is asked for anew and nothing else is lost", async () => {
    const { page, faults } = await site.phoneOf(elder);
    await page.route("**/api/meals/overview**", () => undefined);
    await page.goto("/");
    // Who she is has come, and all there was has been kept; home's own part never came.
    await page.getByRole("heading", { name: "王阿姨" }).waitFor();
    await page.unroute("**/api/meals/overview**");
    await page.goto("/");
    await button(page, "订明天午饭").waitFor();
    expect(faults).toEqual([]);
  }, 60_000);
});
