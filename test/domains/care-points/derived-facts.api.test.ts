import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { CarePointModel, type CarePointDocument } from "@server/domains/care-points/care-point.model";
import { deriveCarePoints } from "@server/domains/care-points/derive-care-points";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildCommunity } from "@server/domains/regions/index";
import { up } from "@server/migrations/20261122100000-offerings";
import { startApp, type TestApp } from "@test/support/app";

let app: TestApp;
let communityId: string;

beforeAll(async () => {
  app = await startApp();
  communityId = (await buildCommunity())._id;
});
beforeEach(() => app.clock.set("2026-11-22T02:00:00.000Z"));
afterEach(() => CarePointModel.deleteMany({}));
afterAll(() => app.close());

const stored = async (id: string) => (await CarePointModel.findById(id).lean<CarePointDocument>()) as CarePointDocument;
const openNow = async () => {
  const { body } = await app.request.get("/api/care-points").query({ communityId, openNow: "yes" }).expect(200);
  return body.data.carePoints.length as number;
};

describe("what follows from a care point's facts", () => {
  test("open times move on by a day each night; a fortnight without the job and nobody is open", async () => {
    const { _id } = await buildCarePoint({ regionId: communityId });
    app.clock.set("2026-12-06T03:00:00.000Z");
    expect(await openNow()).toBe(0);
    await deriveCarePoints(app.deps);
    expect(await openNow()).toBe(1);
    expect((await stored(_id)).derivedOn).toBe("2026-12-06");
  });

  test("a second run of the day leaves everything as it is, also what was changed by hand since", async () => {
    const { _id } = await buildCarePoint({ regionId: communityId });
    app.clock.advance(24 * 3_600_000);
    await deriveCarePoints(app.deps);
    await CarePointModel.updateOne({ _id }, { $set: { searchKeys: ["mark"] } });
    await deriveCarePoints(app.deps);
    expect((await stored(_id)).searchKeys).toEqual(["mark"]);
  });

  test("all are reached, however many batches they are", async () => {
    const { _id, ...like } = await buildCarePoint({ regionId: communityId });
    const many = Array.from({ length: 450 }, (_, n) => ({ ...like, _id: `${_id}-${n}` }));
    await CarePointModel.insertMany(many);
    app.clock.advance(24 * 3_600_000);
    await deriveCarePoints(app.deps);
    expect(await CarePointModel.countDocuments({ derivedOn: "2026-11-23" })).toBe(451);
  });

  test("on maps of China it lies some hundred metres from where satellites see it", async () => {
    const { _id } = await buildCarePoint({
      regionId: communityId,
      position: { type: "Point", coordinates: [116.404, 39.915] },
    });
    // The pair that gcoord's own reference gives for 天安门.
    const [longitude, latitude] = (await stored(_id)).mapPosition.coordinates;
    expect([longitude, latitude].map((one) => one.toFixed(4))).toEqual(["116.4102", "39.9164"]);
  });
});

describe("care points of before", () => {
  test("become one place with an offering for each service; the job then finds and opens them", async () => {
    const before = {
      _id: "old-canteen",
      name: "老街食堂",
      regionId: communityId,
      districtId: "xinxiang-hongqi",
      cityId: "xinxiang",
      position: { type: "Point", coordinates: [113.876, 35.303] },
      address: "老街 1 号",
      phone: "0373-5550111",
      services: ["meals", "day_care"],
      openingHours: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: "10:30", closes: "13:00" })),
      accessibility: ["ramp"],
      acceptsDisabled: true,
      isDemo: false,
    };
    await database().collection<typeof before>("care_points").insertOne(before);
    await up(database());
    await up(database());
    app.clock.set("2026-11-22T03:00:00.000Z");
    await deriveCarePoints(app.deps);

    expect(await openNow()).toBe(1);
    const { body } = await app.request
      .get("/api/care-points/search")
      .query({ communityId, text: "laojie" })
      .expect(200);
    expect(body.data.carePoints).toMatchObject([
      { name: "老街食堂", kinds: ["canteen", "day_care_station"], accepts: ["disabled"], isOpenNow: true },
    ]);
    const kept = await stored("old-canteen");
    expect(kept).not.toHaveProperty("openingHours");
    expect(kept).not.toHaveProperty("acceptsDisabled");
  });
});
