import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import type { Progress } from "@shared/domains/build-out/programme-shapes";
import { buildMealPoint } from "@server/domains/build-out/build-out.builders";
import { MealPointModel } from "@server/domains/build-out/meal-point.model";
import { openedPacks } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";
import { buildBuildOutSite, CITY, type BuildOutSite } from "./build-out-site";

/** How many points stand where at the end of August 2024: 202 have their plaque and were not closed. */
const STANDING: Readonly<Record<MealPointState, number>> = {
  proposed: 60,
  surveyed: 40,
  verified: 50,
  built: 30,
  rejected: 12,
  plated: 22,
  published: 30,
  operating: 140,
  suspended: 10,
  closed: 6,
};

let app: TestApp;
let site: BuildOutSite;
let counties: readonly string[];
beforeAll(async () => {
  app = await startApp();
  app.clock.set("2024-08-31T02:00:00.000Z");
  site = await buildBuildOutSite(app);
  counties =
    openedPacks()
      .find(({ city }) => city.id === CITY)
      ?.regions.map(({ id }) => id) ?? [];
  let turn = 0;
  for (const [state, count] of Object.entries(STANDING) as [MealPointState, number][]) {
    for (let n = 0; n < count; n += 1, turn += 1) {
      const regionId = counties[turn % counties.length] ?? "";
      await buildMealPoint({
        _id: `${state}-${n}`,
        regionId,
        state,
        proposedOn: "2024-03-04",
        plaqueNumber: `新-${turn}`,
      });
    }
  }
}, 120_000);
afterAll(() => app.close());

const progress = async (): Promise<Progress> => (await site.get(null, `/progress?regionId=${CITY}`)).body.data;

describe("the build-out of 新乡 at the end of August 2024, out of raw records", () => {
  test("202 of 430, 47.0 %, 228 left, 57 a month until the year ends", async () => {
    expect(await progress()).toMatchObject({
      cityName: "新乡市",
      asOf: "2024-08-31",
      target: { value: 430, due: "2024-12-31", dueLabel: "2024年12月31日" },
      done: 202,
      underWay: 180,
      percent: "47.0%",
      left: 228,
      monthsLeft: 4,
      perMonth: 57,
    });
  });

  test("each state is counted, and the counties add up to the city", async () => {
    const { byState, counties: shown, done, underWay } = await progress();
    expect(Object.fromEntries(byState.map(({ state, count }) => [state, count]))).toEqual(STANDING);
    expect(shown.map(({ regionId }) => regionId).sort()).toEqual([...counties].sort());
    expect(shown.reduce((sum, county) => sum + county.done, 0)).toBe(done);
    expect(shown.reduce((sum, county) => sum + county.underWay, 0)).toBe(underWay);
    expect(shown[0]).toMatchObject({ target: null, percent: "—", left: null, rank: null });
  });

  test("closing a point that operates takes it off, plating one puts it on", async () => {
    await MealPointModel.updateOne({ _id: "operating-0" }, { $set: { state: "closed" } });
    expect(await progress()).toMatchObject({ done: 201, percent: "46.7%", left: 229, perMonth: 58 });
    await MealPointModel.updateOne({ _id: "built-0" }, { $set: { state: "plated" } });
    expect(await progress()).toMatchObject({ done: 202, percent: "47.0%" });
  });

  test("with the target split each county has its rate, its rest and its rank; equals stand as high", async () => {
    const each = Math.floor(430 / counties.length);
    const shares = counties.map((regionId, place) => ({
      regionId,
      value: place === 0 ? 430 - each * (counties.length - 1) : each,
    }));
    const { body } = await site.post("city", "/target-splits", { cityId: CITY, shares });
    const { counties: shown } = body.data as Progress;
    expect(shown.reduce((sum, { target }) => sum + (target ?? 0), 0)).toBe(430);
    const rates = shown.map(({ done, target }) => done / (target ?? 1));
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    shown.forEach(({ rank, left, target, done }, place) => {
      expect(rank).toBe(1 + rates.filter((rate) => rate > (rates[place] ?? 0)).length);
      expect(left).toBe(Math.max(0, (target ?? 0) - done));
    });
  });

  test("a county with nothing to build has no rank, comes last and takes nobody's place", async () => {
    const [idle = "", ...busy] = counties;
    const each = Math.floor(430 / busy.length);
    const shares = busy.map((regionId, place) => ({
      regionId,
      value: place === 0 ? 430 - each * (busy.length - 1) : each,
    }));
    const split = { cityId: CITY, shares: [...shares, { regionId: idle, value: 0 }] };
    // Later than the split before it, which it takes the place of.
    app.clock.advance(1_000);
    const { body } = await site.post("city", "/target-splits", split);
    const { counties: shown } = body.data as Progress;
    expect(shown.at(-1)).toMatchObject({ regionId: idle, target: 0, rank: null });
    expect(shown[0]?.rank).toBe(1);
  });

  test("after the due day no month is left, and what is left is said", async () => {
    app.clock.set("2025-02-01T02:00:00.000Z");
    expect(await progress()).toMatchObject({ left: 228, monthsLeft: 0, perMonth: null });
  });

  test("a city that set no target has its points counted all the same", async () => {
    const other = openedPacks().find(({ requirements }) =>
      requirements.every(({ measure, kinds }) => measure !== "count_to_target" || !kinds.includes("meal_point")),
    );
    const answer = (await site.get(null, `/progress?regionId=${other?.city.id ?? ""}`)).body.data as Progress;
    expect(answer).toMatchObject({ target: null, done: 0, percent: "—", left: null, perMonth: null });
  });
});
