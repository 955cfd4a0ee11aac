import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Progress } from "@shared/domains/build-out/programme-shapes";
import { BatchModel } from "@server/domains/build-out/batch.model";
import { buildMealPoint } from "@server/domains/build-out/build-out.builders";
import { MealPointModel } from "@server/domains/build-out/meal-point.model";
import { TargetSplitModel } from "@server/domains/build-out/target-split.model";
import { openedPacks } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { buildBuildOutSite, CITY, COUNTY, OTHER_COUNTY, type BuildOutSite, type Who } from "./build-out-site";

let app: TestApp;
let site: BuildOutSite;
beforeAll(async () => {
  app = await startApp();
  site = await buildBuildOutSite(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-23T02:00:00.000Z");
  await Promise.all([MealPointModel.deleteMany({}), BatchModel.deleteMany({}), TargetSplitModel.deleteMany({})]);
});
afterAll(() => app.close());

const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];
const countyIds = () =>
  openedPacks()
    .find(({ city }) => city.id === CITY)
    ?.regions.map(({ id }) => id) ?? [];
/** 430 in all: so many for the first county, the rest for the second. */
const sharesWith = (first: number, sum = 430) =>
  countyIds().map((regionId, place) => ({ regionId, value: place === 0 ? first : place === 1 ? sum - first : 0 }));
const split = (who: Who, shares: object, key?: string) =>
  site.post(who, "/target-splits", { cityId: CITY, shares }, key);
const progress = async (who: Who | null = "city", regionId = CITY): Promise<Progress> =>
  (await site.get(who, `/progress?regionId=${regionId}`)).body.data;

describe("the city's target is split to its counties", () => {
  test("exactly: one more or one less is refused, and nothing is stored", async () => {
    for (const sum of [429, 431]) {
      expect(codeOf(await split("city", sharesWith(100, sum)))).toEqual([409, "split_sum_wrong"]);
    }
    expect(await TargetSplitModel.countDocuments({})).toBe(0);
    expect((await split("city", sharesWith(100))).status).toBe(201);
  });

  test("to each county once, and to nobody else", async () => {
    const shares = sharesWith(100);
    const doubled = [...shares.slice(1), { regionId: COUNTY, value: 100 }, { regionId: COUNTY, value: 0 }];
    for (const wrong of [shares.slice(1), doubled, [...shares.slice(1), { regionId: "hengshui-x", value: 100 }]]) {
      expect(codeOf(await split("city", wrong))).toEqual([422, "invalid_request"]);
    }
  });

  test("the newest holds, the ones before stay on record with who and when", async () => {
    await split("city", sharesWith(100));
    app.clock.advance(60_000);
    const { body } = await split("city", sharesWith(130));
    const { splits, counties } = body.data as Progress;
    expect(splits.map(({ person, shares }) => [person, shares[0]?.value])).toEqual([
      ["郑处长", 130],
      ["郑处长", 100],
    ]);
    expect(counties.find(({ regionId }) => regionId === countyIds()[0])?.target).toBe(130);
    const told = (await relayedChain(app)).filter(({ act }) => act === "programme.split-target");
    expect(told.length).toBeGreaterThanOrEqual(2);
  });

  test("sent again it is one split; other shares under its key are refused", async () => {
    const key = randomUUID();
    await split("city", sharesWith(90), key);
    expect((await split("city", sharesWith(90), key)).status).toBe(201);
    expect(codeOf(await split("city", sharesWith(91), key))).toEqual([422, "key_reused"]);
    expect(await TargetSplitModel.countDocuments({})).toBe(1);
  });

  test("by the city's office alone; who split it, its offices alone are told", async () => {
    for (const who of ["sun", "elder"] as const) {
      expect(codeOf(await split(who, sharesWith(100)))).toEqual([403, "forbidden"]);
    }
    await split("city", sharesWith(100));
    expect((await progress("sun")).splits).toHaveLength(1);
    for (const who of ["elder", null] as const) {
      const shown = await progress(who, COUNTY);
      expect(shown.splits).toEqual([]);
      expect(shown.abilities.split).toBe(false);
      expect(shown.counties[0]?.target).not.toBeNull();
    }
    expect((await progress("city")).abilities.split).toBe(true);
  });
});

describe("a batch is published in one go", () => {
  const plated = async (overrides: object = {}) =>
    (await buildMealPoint({ regionId: site.communityId, state: "plated", ...overrides }))._id;
  const publish = (mealPointIds: readonly string[], name = "第一批", key?: string) =>
    site.post("sun", "/batches", { regionId: COUNTY, name, mealPointIds }, key);
  const statesOf = async (ids: readonly string[]) => {
    const states = new Map((await MealPointModel.find({}).lean()).map(({ _id, state }) => [_id, state]));
    return ids.map((id) => states.get(id));
  };

  test("with its name and day, in the order chosen, and is found again by the county", async () => {
    const ids = [await plated({ name: "甲" }), await plated({ name: "乙" })];
    const { body, status } = await publish(ids);
    expect(status).toBe(201);
    expect(body.data).toMatchObject({ name: "第一批", publishedLabel: "2026年11月23日", person: "孙科长" });
    expect(body.data.mealPoints.map(({ name }: { name: string }) => name)).toEqual(["甲", "乙"]);
    expect(await statesOf(ids)).toEqual(["published", "published"]);
    expect((await site.show(ids[0] ?? "")).batchName).toBe("第一批");
    const listed = (await site.get("city", `/batches?regionId=${COUNTY}`)).body.data.batches;
    expect(listed).toEqual([body.data]);
    expect((await site.get("next", `/batches?regionId=${COUNTY}`)).status).toBe(403);
    expect((await site.get("next", `/batches?regionId=${OTHER_COUNTY}`)).body.data.batches).toEqual([]);
  });

  test("forged: each row at fault is named, and nothing of it is published", async () => {
    const good = await plated();
    const built = await plated({ state: "built" });
    const elsewhere = await plated({ regionId: OTHER_COUNTY });
    const done = await plated();
    await publish([done], "旧的一批");
    const answer = await publish([good, built, elsewhere, done, "no-such-point"]);
    expect(codeOf(answer)).toEqual([409, "batch_refused"]);
    expect(answer.body.error.fields).toEqual([
      { path: "body.mealPointIds.1", message: "not_plated" },
      { path: "body.mealPointIds.2", message: "unknown" },
      { path: "body.mealPointIds.3", message: "already_published" },
      { path: "body.mealPointIds.4", message: "unknown" },
    ]);
    expect(await statesOf([good, built, elsewhere])).toEqual(["plated", "built", "plated"]);
    expect(await BatchModel.countDocuments({ name: "第一批" })).toBe(0);
    expect(codeOf(await publish([good, good]))).toEqual([422, "invalid_request"]);
    expect(codeOf(await publish([]))).toEqual([422, "invalid_request"]);
  });

  test("sent again it is the same batch; with something else under its key it is refused", async () => {
    const [ids, key] = [[await plated(), await plated()], randomUUID()];
    const first = await publish(ids, "第一批", key);
    expect((await publish(ids, "第一批", key)).body).toEqual(first.body);
    expect(codeOf(await publish(ids.slice(1), "第一批", key))).toEqual([422, "key_reused"]);
    expect(await BatchModel.countDocuments({})).toBe(1);
    for (const { timeline } of await MealPointModel.find({}).lean()) {
      expect(timeline.filter(({ act }) => act === "publish")).toHaveLength(1);
    }
  });

  test("a name is used once in a county; two counties may both have a first batch", async () => {
    await publish([await plated()]);
    const second = await plated();
    expect(codeOf(await publish([second]))).toEqual([409, "batch_name_taken"]);
    expect(await statesOf([second])).toEqual(["plated"]);
    const theirs = await plated({ regionId: OTHER_COUNTY });
    const body = { regionId: OTHER_COUNTY, name: "第一批", mealPointIds: [theirs] };
    expect((await site.post("next", "/batches", body)).status).toBe(201);
    expect((await site.post("city", "/batches", { ...body, name: "市里的" })).status).toBe(403);
  });

  test("two batches that hold one point, at once: one is published whole, the other not at all", async () => {
    const [a, shared, b] = [await plated(), await plated(), await plated()];
    const answers = await Promise.all([publish([a, shared], "甲批"), publish([shared, b], "乙批")]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const [batch] = await BatchModel.find({}).lean();
    expect(await BatchModel.countDocuments({})).toBe(1);
    const published = (await MealPointModel.find({ state: "published" }).lean()).map(({ _id }) => _id);
    expect(published.sort()).toEqual((batch?.mealPoints ?? []).map(({ id }) => id).sort());
  });
});
