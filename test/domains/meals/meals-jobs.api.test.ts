import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { mealsDomain } from "@server/domains/meals/index";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { startApp, type TestApp } from "@test/support/app";
import { countPortions, mealsClient, wishFor } from "@test/support/meals";

const TODAY = "2026-11-22";
let app: TestApp;
let client: ReturnType<typeof mealsClient>;
beforeAll(async () => {
  app = await startApp();
  client = mealsClient(app);
});
beforeEach(() => app.clock.set("2026-11-22T01:00:00.000Z"));
afterAll(() => app.close());

async function run(name: string): Promise<void> {
  const job = mealsDomain.jobs.find((one) => one.name === name);
  if (!job) throw new Error(`no such job: ${name}`);
  await job.run(app.deps);
}

describe("meals.drop-refusals", () => {
  test("forgets a refusal after seven days, when its sitting is over, and not a millisecond earlier", async () => {
    const menu = await buildMenu(app, { dishes: [{ portions: 1 }] });
    const [elder, late] = [await client.elder(), await client.elder()];
    await client.book(elder, wishFor(elder, menu));
    await client.book(late, wishFor(late, menu));
    app.clock.advance(7 * 86_400_000);
    await run("meals.drop-refusals");
    expect(await countPortions(menu._id)).toEqual({ free: 0, held: 1, refusals: 1 });
    app.clock.advance(1);
    await run("meals.drop-refusals");
    expect(await countPortions(menu._id)).toEqual({ free: 0, held: 1, refusals: 0 });
  });

  test("R-B3: keeps an older refusal as long as its sitting lies ahead, so that a repeat is told the same", async () => {
    const menu = await buildMenu(app, { serviceDate: addDays(TODAY, 12), dishes: [{ portions: 1 }] });
    const [elder, late] = [await client.elder(), await client.elder()];
    const key = randomUUID();
    const { body } = await client.book(elder, wishFor(elder, menu));
    await client.book(late, wishFor(late, menu), key);
    app.clock.advance(10 * 86_400_000);
    await run("meals.drop-refusals");
    await client.cancel(elder, body.data.id);
    const again = await client.book(late, wishFor(late, menu), key);
    expect([again.status, again.body.error.code]).toEqual([409, "meal_sold_out"]);
  });
});
