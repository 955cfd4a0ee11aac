import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { businessDay } from "@shared/core/dates";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint, everyDay, offeringOf } from "@server/domains/care-points/index";
import { buildCommunity, buildRegion } from "@server/domains/regions/index";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import { openRegionPacks } from "@server/domains/regions/region-tree";
import { startApp, type TestApp } from "@test/support/app";
import { commandsDuring } from "@test/support/commands";

const HOME = { latitude: 35.3, longitude: 113.88 };
let app: TestApp;
let communityId: string;

beforeAll(async () => {
  app = await startApp();
  communityId = (await buildCommunity({ position: north(0) }))._id;
});
// A Monday, noon in Shanghai.
beforeEach(() => app.clock.set("2026-11-23T04:00:00.000Z"));
afterEach(() => CarePointModel.deleteMany({}));
afterAll(() => app.close());

/** So many metres north of home. */
function north(metres: number) {
  const coordinates = [HOME.longitude, HOME.latitude + metres / 111_319.5] as const;
  return { type: "Point", coordinates } as const;
}
const build = (overrides: Parameters<typeof buildCarePoint>[0] = {}) =>
  buildCarePoint({ regionId: communityId, today: businessDay(app.clock.now()), ...overrides });
const get = (id = communityId) => app.request.get("/api/circle").query({ communityId: id });
const circle = async () => (await get().expect(200)).body.data;

describe("the circle of a community", () => {
  test("names the city's circle, its services in order, and whom one asks", async () => {
    expect(await circle()).toEqual({
      communityName: "春风社区",
      circleName: "一刻钟便民生活圈",
      minutes: 15,
      services: [
        { service: "meals", walker: "elder", isAssumption: false, isReachable: false, nearest: null },
        { service: "day_care", walker: "elder", isAssumption: true, isReachable: false, nearest: null },
        { service: "childcare", walker: "pram", isAssumption: true, isReachable: false, nearest: null },
      ],
      contact: { name: expect.any(String), phone: "12345", isHelpline: true },
    });
  });

  test("tells the nearest of each service, how far it is, and whether it is open", async () => {
    await build({ name: "远食堂", position: north(600) });
    const { _id } = await build({ name: "近食堂", phone: "0373-5550109", position: north(280) });
    const [meals] = (await circle()).services;
    expect(meals).toMatchObject({
      isReachable: true,
      nearest: {
        id: _id,
        name: "近食堂",
        phone: "0373-5550109",
        walkMinutes: 8,
        isOpenNow: true,
        openLabel: "营业到 13:00",
      },
    });
  });

  test("reaches what is fifteen minutes away and not what is sixteen; a pram is faster than an elder", async () => {
    // 0.8 m/s, or 1.1 m/s with a pram, on a way 1.3 times as long: 553 m and 760 m a quarter of an hour.
    await build({ services: ["meals"], position: north(545) });
    await build({ services: ["day_care", "childcare"], position: north(580) });
    expect((await circle()).services).toMatchObject([
      { service: "meals", isReachable: true, nearest: { walkMinutes: 15 } },
      { service: "day_care", isReachable: false, nearest: { walkMinutes: 16 } },
      { service: "childcare", isReachable: true, nearest: { walkMinutes: 12 } },
    ]);
  });

  test("tells when the service itself opens, not another one of the same house", async () => {
    const offerings = [
      offeringOf("meals", everyDay({ opens: "10:30", closes: "13:00" })),
      offeringOf("day_care", everyDay({ opens: "14:00", closes: "18:00" })),
    ];
    await build({ offerings, position: north(100) });
    const [meals, dayCare] = (await circle()).services;
    expect(meals.nearest).toMatchObject({ isOpenNow: true, openLabel: "营业到 13:00" });
    expect(dayCare.nearest).toMatchObject({ isOpenNow: false, openLabel: "今天 14:00 开门" });
  });

  test("counts who nobody checked for long, but not who has left the lists", async () => {
    await build({ name: "没人核对的", position: north(100), verifiedOn: "2020-01-01" });
    const stale = await build({ name: "很久没核对的", position: north(400) });
    await CarePointModel.updateOne({ _id: stale._id }, { $set: { staleFrom: "2026-11-01" } });
    const [meals] = (await circle()).services;
    expect(meals).toMatchObject({ isReachable: true, nearest: { name: "很久没核对的" } });
  });

  test("says of what lies more than ten kilometres away that there is none", async () => {
    await build({ position: north(9_800) });
    expect((await circle()).services[0]).toMatchObject({ isReachable: false, nearest: { walkMinutes: 266 } });
    await CarePointModel.deleteMany({});
    await build({ position: north(10_200) });
    expect((await circle()).services[0]).toMatchObject({ isReachable: false, nearest: null });
  });

  test("is each city's own, and ends at its border", async () => {
    await build({ services: ["meals", "childcare"], position: north(100) });
    const town = await buildRegion({ parentId: "cangzhou-yunhe" });
    const { _id } = await buildCommunity({ name: "运河社区", parentId: town._id, position: north(0) });
    const { body } = await get(_id).expect(200);
    expect(body.data).toMatchObject({
      communityName: "运河社区",
      circleName: "15分钟社区托育服务圈",
      services: [{ service: "childcare", isAssumption: false, nearest: null }],
    });
  });

  test("names the guidance centre where its phone is published", async () => {
    const published = loadRegionPacks({ names: [] }).map((pack) => ({
      ...pack,
      offices: {
        ...pack.offices,
        guidanceCentres: pack.offices.guidanceCentres.map((centre) => ({ ...centre, phone: "03735551234" })),
      },
    }));
    openRegionPacks(published);
    expect((await circle()).contact).toMatchObject({ phone: "03735551234", isHelpline: false });
    openRegionPacks(loadRegionPacks({ names: [] }));
  });

  test("costs a command for each of its services, no more", async () => {
    await build();
    await get();
    const sent = await commandsDuring(() => get().expect(200));
    expect(sent.map(({ name, collection }) => `${collection}.${name}`)).toEqual(
      ["meals", "day_care", "childcare"].map(() => "care_points.aggregate"),
    );
  });

  test("of a region that is not there is a fault of the request", async () => {
    const { body } = await get("nowhere").expect(422);
    expect(body.error).toMatchObject({ code: "invalid_request", fields: [{ path: "query.communityId" }] });
  });
});
