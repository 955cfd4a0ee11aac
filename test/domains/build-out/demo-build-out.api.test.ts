import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import type { Progress } from "@shared/domains/build-out/programme-shapes";
import { database } from "@server/core/db/connect";
import { MealPointModel, type MealPointDocument } from "@server/domains/build-out/meal-point.model";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildDemoBuildOut } from "@server/demo/demo-build-out";
import { buildDemoPlaces } from "@server/demo/demo-places";
import { startApp, type TestApp } from "@test/support/app";
import { buildBuildOutSite, CITY, COUNTY, type BuildOutSite } from "./build-out-site";

let app: TestApp;
let site: BuildOutSite;
beforeAll(async () => {
  app = await startApp();
  await buildDemoPlaces(app.deps);
  await buildDemoBuildOut(app.deps);
  site = await buildBuildOutSite(app);
}, 60_000);
afterAll(() => app.close());

const contents = async () => {
  const names = ["meal_points", "meal_point_batches", "target_splits", "care_points"];
  const all = await Promise.all(
    names.map((name) => database().collection(name).find({}, { batchSize: 1_000 }).sort({ _id: 1 }).toArray()),
  );
  return JSON.stringify(all, (key, value: unknown) => (key === "outbox" ? undefined : value));
};
const points = () => MealPointModel.find({}).lean<MealPointDocument[]>();

describe("the demo's build-out", () => {
  test("shows the office one point of every state, all marked as demo, each number of a plaque once", async () => {
    const all = await points();
    expect(all.length).toBeGreaterThanOrEqual(36);
    expect(all.filter(({ isDemo }) => !isDemo)).toEqual([]);
    const states = all.filter(({ countyId }) => countyId === COUNTY).map(({ state }) => state);
    expect(MealPointState.options.filter((state) => !states.includes(state))).toEqual([]);
    const plaques = all.flatMap(({ plaqueNumber }) => plaqueNumber ?? []);
    expect(new Set(plaques).size).toBe(plaques.length);
  });

  test("has figures that follow from its points, and a split that adds up", async () => {
    const progress = (await site.get("city", `/progress?regionId=${CITY}`)).body.data as Progress;
    const done = (await points()).filter(({ state }) =>
      ["plated", "published", "operating", "suspended"].includes(state),
    );
    expect(progress.done).toBe(done.length);
    expect(progress.counties).toHaveLength(12);
    expect(progress.counties.reduce((sum, { target }) => sum + (target ?? 0), 0)).toBe(430);
    const batches = (await site.get("sun", `/batches?regionId=${COUNTY}`)).body.data.batches;
    expect(batches).toMatchObject([{ name: "第一批" }]);
  });

  test("gives an entry to what is built, in the lists only to what is published and open", async () => {
    const entries = new Map((await CarePointModel.find({ kinds: "meal_point" }).lean()).map((one) => [one._id, one]));
    for (const { _id, state, timeline } of await points()) {
      const isBuilt = timeline.some(({ to }) => to === "built");
      expect([_id, entries.has(_id)]).toEqual([_id, isBuilt]);
      if (!isBuilt) continue;
      expect([state, entries.get(_id)?.withheld === null]).toEqual([state, ["published", "operating"].includes(state)]);
    }
  });

  test("is the same when it is seeded again, and keeps what people did meanwhile", async () => {
    const before = await contents();
    await buildDemoBuildOut(app.deps);
    expect(await contents()).toBe(before);
    const surveyed = (await points()).find(({ state, countyId }) => state === "surveyed" && countyId === COUNTY);
    await site.say("sun", surveyed?._id ?? "", "reject", { reason: "太近了" });
    await buildDemoBuildOut(app.deps);
    expect((await site.show(surveyed?._id ?? "")).state).toBe("rejected");
  });
});
