import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { buildMealPoint } from "@server/domains/build-out/build-out.builders";
import { MealPointModel } from "@server/domains/build-out/meal-point.model";
import { startApp, type TestApp } from "@test/support/app";
import { buildBuildOutSite, CITY, COUNTY, OTHER_COUNTY, type BuildOutSite, type Who } from "./build-out-site";

let app: TestApp;
let site: BuildOutSite;
beforeAll(async () => {
  app = await startApp();
  site = await buildBuildOutSite(app);
});
beforeEach(() => MealPointModel.deleteMany({}));
afterAll(() => app.close());

describe("the office's list", () => {
  test("has the most urgent first, page by page, in one state or all, and counts each", async () => {
    for (let n = 0; n < 22; n += 1) {
      const proposedOn = `2026-11-${String(30 - n).padStart(2, "0")}`;
      await buildMealPoint({ regionId: site.communityId, name: `点位${n}`, proposedOn });
    }
    await buildMealPoint({ regionId: OTHER_COUNTY });
    const first = (await site.get("sun", `/meal-points?regionId=${COUNTY}`)).body.data;
    expect(first.mealPoints).toHaveLength(20);
    expect(first.mealPoints[0]).toMatchObject({ name: "点位21", stateLabel: "待摸排", placeName: expect.any(String) });
    expect(first.counts[0]).toEqual({ state: "proposed", label: "待摸排", count: 22 });
    const rest = (await site.get("sun", `/meal-points?regionId=${COUNTY}&cursor=${first.nextCursor}`)).body.data;
    expect(rest.mealPoints).toHaveLength(2);
    expect(rest.nextCursor).toBeNull();
    const ids = [...first.mealPoints, ...rest.mealPoints].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(22);
    const none = (await site.get("sun", `/meal-points?regionId=${COUNTY}&state=plated`)).body.data;
    expect(none.mealPoints).toEqual([]);
    expect((await site.get("city", `/meal-points?regionId=${CITY}&state=proposed`)).body.data.counts[0].count).toBe(23);
  });

  test("is its own office's and the city's", async () => {
    const tries: readonly [Who, string, number][] = [
      ["sun", COUNTY, 200],
      ["city", COUNTY, 200],
      ["city", CITY, 200],
      ["sun", CITY, 403],
      ["next", COUNTY, 403],
      ["elder", COUNTY, 403],
      ["sun", site.communityId, 422],
      ["sun", "nowhere", 422],
    ];
    for (const [who, regionId, status] of tries) {
      const answer = await site.get(who, `/meal-points?regionId=${regionId}`);
      expect([who, regionId, answer.status]).toEqual([who, regionId, status]);
    }
  });
});
