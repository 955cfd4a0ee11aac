import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { auditEvent } from "@server/core/audit/audit-event";
import { newId } from "@server/core/ids";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { changeCarePoint, createCarePoint, everyDay, offeringOf } from "@server/domains/care-points/index";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";

let app: TestApp;
let regionId: string;

beforeAll(async () => {
  app = await startApp();
  regionId = (await buildCommunity())._id;
});
beforeEach(() => CarePointModel.deleteMany({}));
afterAll(() => app.close());

const factsOf = (overrides: object = {}) => ({
  name: "春风助餐点",
  kinds: ["meal_point"] as const,
  regionId,
  position: { type: "Point", coordinates: [113.882, 35.302] } as const,
  address: "春风街 20 号",
  phone: "0373-5550199",
  offerings: [offeringOf("meals", everyDay({ opens: "10:30", closes: "13:00" }))],
  isDemo: false,
  ...overrides,
});

const create = (id: string, overrides: object = {}) =>
  createCarePoint(app.deps, {
    id,
    facts: factsOf(overrides),
    event: auditEvent({
      act: "build-out.test-create",
      actorId: "officer",
      subject: { type: "care-point", id },
      carePointId: id,
      now: app.clock.now(),
    }),
  });

const listed = async () => {
  const { body } = await app.request.get("/api/care-points").query({ communityId: regionId }).expect(200);
  return (body.data.carePoints as { id: string }[]).map(({ id }) => id);
};

describe("a care point that was not there", () => {
  test("it stands with its district, its city and all that follows from its facts, and is found at once", async () => {
    const created = await create("new-point");
    expect(created).toMatchObject({
      cityId: "xinxiang",
      districtId: "xinxiang-hongqi",
      services: ["meals"],
      version: 0,
      verifiedOn: "2026-11-22",
      withheld: null,
      searchKeys: expect.arrayContaining(["春风助餐点", "cfzcd"]),
    });
    expect(created.openIntervals.length).toBeGreaterThan(10);
    expect(await listed()).toEqual(["new-point"]);
    const page = await app.request.get("/api/care-points/new-point").expect(200);
    expect(page.body.data).toMatchObject({ name: "春风助餐点", address: "春风街 20 号", isOpenNow: false });
  });

  test("one that is withheld from the start is in no list", async () => {
    await create("hidden", { withheld: { since: "2026-11-22", why: "not_plated", mergedInto: null } });
    expect(await listed()).toEqual([]);
  });

  test("the same again is the one that stands there, as it was changed since, and its event is told once", async () => {
    const id = newId();
    const created = await create(id);
    await changeCarePoint(app.deps, {
      carePointId: id,
      version: created.version,
      facts: { phone: "0373-5550100" },
      change: { id: "change", fingerprint: "phone" },
      event: auditEvent({
        act: "build-out.test-change",
        actorId: "officer",
        subject: { type: "care-point", id },
        now: app.clock.now(),
      }),
    });
    expect(await create(id)).toMatchObject({ _id: id, phone: "0373-5550100", version: 1 });
    expect(await CarePointModel.countDocuments({})).toBe(1);
    const told = (await relayedChain(app)).filter(({ act }) => act === "build-out.test-create");
    expect(told.filter(({ carePointId }) => carePointId === id)).toHaveLength(1);
  });

  test("ten who create it at once make one", async () => {
    const all = await Promise.all(Array.from({ length: 10 }, (_, n) => create("race", { name: `春风助餐点${n}` })));
    expect(new Set(all.map(({ name }) => name)).size).toBe(1);
    expect(await CarePointModel.countDocuments({})).toBe(1);
  });

  test("a region that does not exist is a fault of the request", async () => {
    await expect(create("nowhere", { regionId: "atlantis" })).rejects.toMatchObject({ code: "invalid_request" });
    expect(await CarePointModel.countDocuments({})).toBe(0);
  });
});
