import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { BatchModel } from "@server/domains/build-out/batch.model";
import { buildMealPoint } from "@server/domains/build-out/build-out.builders";
import { followMealPoint } from "@server/domains/build-out/care-point-of-meal-point";
import { MealPointModel } from "@server/domains/build-out/meal-point.model";
import { CarePointModel, type CarePointDocument } from "@server/domains/care-points/care-point.model";
import { startApp, type TestApp } from "@test/support/app";
import { buildBuildOutSite, CITY, type BuildOutSite } from "./build-out-site";

let app: TestApp;
let site: BuildOutSite;
beforeAll(async () => {
  app = await startApp();
  site = await buildBuildOutSite(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-23T02:00:00.000Z");
  await Promise.all([MealPointModel.deleteMany({}), BatchModel.deleteMany({}), CarePointModel.deleteMany({})]);
});
afterAll(() => app.close());

const entry = (id: string) => CarePointModel.findById(id).lean<CarePointDocument>();
const listed = async () => {
  const { body } = await app.request.get("/api/care-points").query({ communityId: site.communityId }).expect(200);
  return (body.data.carePoints as { id: string }[]).map(({ id }) => id);
};
const pageOf = async (id: string) => (await app.request.get(`/api/care-points/${id}`)).body.data;

describe("a meal point's entry follows its case", () => {
  test("none before it is built; in no list until it is published; then everybody finds it", async () => {
    const id = await site.walkTo("verified");
    await site.relayAll();
    expect(await entry(id)).toBeNull();

    await site.act("sun", id, "completions");
    await site.relayAll();
    expect(await entry(id)).toMatchObject({
      name: "向阳助餐点",
      kinds: ["meal_point"],
      services: ["meals"],
      districtId: "xinxiang-hongqi",
      withheld: { why: "not_plated", since: "2026-11-23" },
      isDemo: false,
    });
    await site.act("sun", id, "plaques", { plaqueNumber: "XZC-1" });
    await site.relayAll();
    expect(await listed()).toEqual([]);
    expect((await pageOf(id)).withheld).toMatchObject({ why: "not_plated" });

    app.clock.advance(24 * 3_600_000);
    await site.post("sun", "/batches", { regionId: "xinxiang-hongqi", name: "第一批", mealPointIds: [id] });
    await site.relayAll();
    expect(await listed()).toEqual([id]);
    // Who publishes it says that it is right.
    expect(await entry(id)).toMatchObject({ withheld: null, verifiedOn: "2026-11-24" });
  });

  test("suspended and closed it leaves the lists, its page says why, and resumed it is back", async () => {
    const id = await site.walkTo("operating");
    await site.relayAll();
    await site.act("sun", id, "suspensions", { reason: "厨房修水管" });
    await site.relayAll();
    expect(await listed()).toEqual([]);
    expect((await pageOf(id)).withheld).toMatchObject({ why: "suspended" });
    await site.act("sun", id, "resumptions");
    await site.relayAll();
    expect(await listed()).toEqual([id]);
    await site.act("sun", id, "closures", { reason: "房东收房" });
    await site.relayAll();
    expect((await pageOf(id)).withheld).toMatchObject({ why: "closed" });
    expect((await site.show(id)).timeline.map(({ text }) => text).slice(-3)).toEqual([
      "暂停供餐",
      "恢复供餐",
      "关停了",
    ]);
  });

  test("a program that dies between the case and the entry: the event is there still, and the next relay does it", async () => {
    const id = await site.walkTo("built");
    // Nobody relayed: as if the process had ended right after its answer.
    expect(await entry(id)).toBeNull();
    expect((await MealPointModel.findById(id).lean())?.outbox?.length).toBeGreaterThan(0);
    await site.relayAll();
    expect(await entry(id)).not.toBeNull();
    expect((await MealPointModel.findById(id).lean())?.outbox ?? []).toEqual([]);
  });

  test("told again and again, and by many at once, it is one entry that changed once", async () => {
    const { _id } = await buildMealPoint({ regionId: site.communityId, state: "built" });
    await Promise.all(Array.from({ length: 8 }, () => followMealPoint(app.deps, _id)));
    expect((await entry(_id))?.version).toBe(0);
    await MealPointModel.updateOne(
      { _id },
      {
        $set: { state: "published" },
        $push: { timeline: { id: "p", act: "publish", by: "x", at: new Date(), from: "plated", to: "published" } },
      },
    );
    await Promise.all(Array.from({ length: 8 }, () => followMealPoint(app.deps, _id)));
    expect(await entry(_id)).toMatchObject({ version: 1, withheld: null });
  });

  test("an event that comes late does not bring back what was", async () => {
    const { _id } = await buildMealPoint({ regionId: site.communityId, state: "closed" });
    // The first event it ever hears of is that of its being built.
    await followMealPoint(app.deps, _id);
    expect(await entry(_id)).toMatchObject({ withheld: { why: "closed" } });
  });

  test("what the county took out of the lists stays out; what was merged stays merged", async () => {
    const id = await site.walkTo("published");
    await site.relayAll();
    const withhold = (why: string) =>
      CarePointModel.updateOne({ _id: id }, { $set: { withheld: { since: "2026-11-23", why, mergedInto: null } } });
    for (const why of ["unpublished", "merged"]) {
      await withhold(why);
      await followMealPoint(app.deps, id);
      expect((await entry(id))?.withheld?.why).toBe(why);
    }
    await withhold("unpublished");
    await site.act("sun", id, "closures", { reason: "房东收房" });
    await site.relayAll();
    expect((await entry(id))?.withheld?.why).toBe("closed");
  });
});

describe("a plaque leads to its entry", () => {
  test("whoever scans it, also before it is published and after it is closed", async () => {
    const id = await site.walkTo("plated", "XZC-77");
    const scan = async (number: string) => (await site.get(null, `/plaques?cityId=${CITY}&number=${number}`)).body;
    expect((await scan("xzc-77")).data).toEqual({ carePointId: id, name: "向阳助餐点", plaqueNumber: "XZC-77" });
    await site.act("sun", id, "closures", { reason: "房东收房" });
    expect((await scan("XZC-77")).data.carePointId).toBe(id);
    expect((await scan("XZC-78")).error.code).toBe("not_found");
  });

  test("its sheet is printed for those who hang it up, once it has a number", async () => {
    const id = await site.walkTo("built");
    expect((await site.get("sun", `/meal-points/${id}/plate`)).status).toBe(404);
    await site.act("sun", id, "plaques", { plaqueNumber: "XZC-78" });
    const { data } = (await site.get("sun", `/meal-points/${id}/plate`)).body;
    expect(data).toMatchObject({
      mealPointId: id,
      carePointId: id,
      cityId: CITY,
      plaqueNumber: "XZC-78",
      name: "向阳助餐点",
      phone: "0373-5550133",
      regionNames: ["新乡市", "红旗区", "春风街道", "春风社区"],
    });
    expect((await site.get("city", `/meal-points/${id}/plate`)).status).toBe(200);
    expect((await site.get("next", `/meal-points/${id}/plate`)).status).toBe(404);
  });
});
