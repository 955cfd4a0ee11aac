import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays, businessDay } from "@shared/core/dates";
import { database } from "@server/core/db/connect";
import { toGcj02, toGeoPoint, type Position } from "@server/core/geo-point";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint, buildCarePoints, everyDay } from "@server/domains/care-points/index";
import { buildCommunity, buildRegion } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";
import { commandsDuring } from "@test/support/commands";
import { planOf } from "@test/support/explain";

const HOME = { latitude: 35.3, longitude: 113.88 };
const METRES_PER_DEGREE = 111_319.5;
let app: TestApp;
let communityId: string;

beforeAll(async () => {
  app = await startApp();
  communityId = (await buildCommunity({ position: toGeoPoint(HOME) }))._id;
});
// A Monday, noon in Shanghai.
beforeEach(() => app.clock.set("2026-11-23T04:00:00.000Z"));
afterEach(() => CarePointModel.deleteMany({}));
afterAll(() => app.close());

/** So many metres north and east of home. */
const away = (north: number, east = 0): Position => ({
  latitude: HOME.latitude + north / METRES_PER_DEGREE,
  longitude: HOME.longitude + east / METRES_PER_DEGREE / Math.cos((HOME.latitude * Math.PI) / 180),
});
type Built = NonNullable<Parameters<typeof buildCarePoint>[0]>;
const build = (at: Position, overrides: Built = {}) =>
  buildCarePoint({
    regionId: communityId,
    position: toGeoPoint(at),
    today: businessDay(app.clock.now()),
    ...overrides,
  });
const get = (query: object = {}) => app.request.get("/api/care-point-map").query({ communityId, ...query });
const map = async (query: object = {}) => (await get(query).expect(200)).body.data;
const idsOf = ({ points }: { points: readonly { id: string }[] }) => points.map(({ id }) => id);
/** A window as a map of China has it, so many metres around a position. */
function windowAround(position: Position, metres: number): string {
  const { latitude, longitude } = toGcj02(position);
  const north = metres / METRES_PER_DEGREE;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  return [longitude - east, latitude - north, longitude + east, latitude + north].map((one) => one.toFixed(6)).join();
}
/** Many, one beside the other, from home to the north-east. */
const buildMany = (count: number) =>
  buildCarePoints(
    Array.from({ length: count }, (_, n) => ({
      _id: `many-${String(n).padStart(3, "0")}`,
      regionId: communityId,
      today: businessDay(app.clock.now()),
      position: toGeoPoint(away((n % 10) * 40, Math.floor(n / 10) * 40)),
    })),
  );

describe("the map around a community", () => {
  test("shows where it lies, how far one walks, and each care point in the rings, nearest first", async () => {
    const far = await build(away(-400, 300), { name: "远食堂" });
    const near = await build(away(100), { name: "近食堂", services: ["meals", "day_care"] });
    await build(away(900));
    const found = await map();
    expect(found).toMatchObject({
      communityName: "春风社区",
      center: { position: HOME, mapPosition: toGcj02(HOME) },
      rings: [
        { minutes: 5, metres: 184 },
        { minutes: 10, metres: 369 },
        { minutes: 15, metres: 553 },
      ],
      clusters: [],
      total: 2,
    });
    expect(idsOf(found)).toEqual([near._id, far._id]);
    expect(found.points[0]).toEqual({
      id: near._id,
      name: "近食堂",
      services: ["meals", "day_care"],
      isOpenNow: true,
      openLabel: "营业到 13:00",
      freshness: "current",
      distanceMetres: 100,
      walkMinutes: 3,
      position: away(100),
      mapPosition: toGcj02(away(100)),
    });
  });

  test("somebody with a pram gets further, and the sign on the door is that service's", async () => {
    await build(away(200), {
      services: ["meals", "childcare"],
      openingHours: everyDay({ opens: "08:00", closes: "11:00" }),
    });
    const { rings, points } = await map({ service: "childcare" });
    expect(rings.at(-1)).toEqual({ minutes: 15, metres: 761 });
    expect(points).toMatchObject([{ isOpenNow: false, openLabel: "明天 08:00 开门", walkMinutes: 4 }]);
  });

  test("takes the list's filters", async () => {
    const open = await build(away(100));
    const shut = await build(away(200), {
      services: ["day_care"],
      openingHours: everyDay({ opens: "14:00", closes: "15:00" }),
      accessibility: ["lift"],
      accepts: ["demented"],
      grade: { scheme: "等级", grade: "三星级", issuer: "民政局", expiresOn: "2027-01-01" },
    });
    expect(idsOf(await map({ openNow: "yes" }))).toEqual([open._id]);
    expect(idsOf(await map({ service: "day_care" }))).toEqual([shut._id]);
    expect(idsOf(await map({ accessibility: "lift" }))).toEqual([shut._id]);
    expect(idsOf(await map({ accepts: "demented" }))).toEqual([shut._id]);
    expect(idsOf(await map({ graded: "yes" }))).toEqual([shut._id]);
    expect(idsOf(await map({ graded: "yes", openNow: "yes" }))).toEqual([]);
  });

  test("marks an entry nobody checked for long, and leaves out what has left the lists, is withheld or another city's", async () => {
    const today = businessDay(app.clock.now());
    const stale = await build(away(100), { verifiedOn: addDays(today, -100) });
    await build(away(110), { verifiedOn: "2020-01-01" });
    await build(away(120), { withheld: { since: today, why: "closed", mergedInto: null } });
    const elsewhere = await buildRegion({ name: "演示街道", parentId: "anning-peili" });
    await build(away(130), { regionId: elsewhere._id });
    expect((await map()).points).toMatchObject([{ id: stale._id, freshness: "stale" }]);
  });

  test("a community of which nobody knows where it lies has the middle of what is above it", async () => {
    const { _id } = await buildCommunity({ position: null });
    const { center } = (await get({ communityId: _id }).expect(200)).body.data;
    expect(center.position.latitude).toBeGreaterThan(35);
  });

  test("an unknown community is refused", async () => {
    const { body } = await get({ communityId: "nowhere" }).expect(422);
    expect(body.error.fields).toEqual([{ path: "query.communityId", message: "unknown" }]);
  });
});

describe("a window of the map", () => {
  test("shows what lies in it, to the metre, with the way from the community", async () => {
    const middle = away(30_000, 20_000);
    const beside = (north: number, east: number) => away(30_000 + north, 20_000 + east);
    const inside = await build(beside(480, -480));
    await build(beside(520, 0));
    await build(beside(-520, 0));
    await build(beside(0, 530));
    await build(beside(0, -530));
    const { points, total } = await map({ bounds: windowAround(middle, 500) });
    expect(points).toMatchObject([{ id: inside._id, distanceMetres: expect.any(Number) }]);
    expect(Math.abs(points[0].distanceMetres - Math.hypot(30_480, 19_520))).toBeLessThan(100);
    expect(total).toBe(1);
  });

  test.each([
    { latitude: 0.5, longitude: 179.995 },
    { latitude: 0.5, longitude: -179.995 },
    { latitude: 0.5, longitude: 180 },
    { latitude: 89.99, longitude: 10 },
    { latitude: -0.001, longitude: -0.001 },
  ])("at the ends of the earth: $latitude, $longitude", async (at) => {
    const { _id } = await build(at);
    const [west, south] = [Math.min(179.5, Math.max(-180, at.longitude - 0.2)), Math.min(89.5, at.latitude - 0.2)];
    expect(
      idsOf(await map({ bounds: [west, south, west + 0.5, south + 0.5].map((one) => one.toFixed(6)).join() })),
    ).toEqual([_id]);
  });

  test("a community at the date line sees its side of it", async () => {
    const dateLine = await buildCommunity({ position: toGeoPoint({ latitude: 0, longitude: 179.999 }) });
    const { _id } = await build({ latitude: 0, longitude: 179.9995 });
    await build({ latitude: 0, longitude: -179.9995 });
    expect(idsOf((await get({ communityId: dateLine._id }).expect(200)).body.data)).toEqual([_id]);
  });

  test.each([
    "114,35.3,113.9,35.4",
    "113,35,115,36",
    "35.3,113.9,35.4,114",
    "113.9,35.3,114",
    "a,b,c,d",
    "1e3,1,2,3",
    "",
  ])("%s is refused", async (bounds) => {
    const { body } = await get({ bounds }).expect(422);
    expect(body.error).toMatchObject({ code: "invalid_request", fields: [{ path: "query.bounds" }] });
  });
});

describe("more than sixty", () => {
  test("sixty are each a point, sixty-one are clusters that hold every one", async () => {
    await buildMany(60);
    expect(await map()).toMatchObject({ total: 60, clusters: [], points: { length: 60 } });
    await build(away(20, 20));
    const { points, clusters, total } = await map();
    expect([points, total]).toEqual([[], 61]);
    expect(clusters.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(61);
    expect(clusters.length).toBeLessThanOrEqual(81);
  });

  test("a cluster lies in the middle of its care points; the same question has the same answer", async () => {
    await buildMany(100);
    const first = await map();
    for (const { position, mapPosition } of first.clusters) {
      expect(position.latitude).toBeGreaterThanOrEqual(HOME.latitude);
      expect(position.latitude).toBeLessThanOrEqual(away(360).latitude);
      expect(mapPosition).toEqual(toGcj02(position));
    }
    expect(await map()).toEqual(first);
    // Written in another order, it is the same map.
    const documents = await CarePointModel.find({}).sort({ _id: -1 }).lean();
    await CarePointModel.deleteMany({});
    await CarePointModel.insertMany(documents);
    expect(await map()).toEqual(first);
  });

  test("whoever looks closer sees points again", async () => {
    await buildMany(100);
    const { points } = await map({ bounds: windowAround(away(0), 60) });
    expect(points.length).toBeGreaterThan(0);
    expect(points.length).toBeLessThan(10);
  });
});

test("one command, by the index of positions", async () => {
  await buildMany(70);
  const sent = await commandsDuring(() => map({ service: "meals", openNow: "yes" }));
  expect(sent.map(({ name, collection }) => [name, collection])).toEqual([["aggregate", "care_points"]]);
  const { aggregate, pipeline } = sent[0]?.command ?? {};
  const { scansAll, indexes } = await planOf(database(), { aggregate, pipeline, cursor: {} });
  expect({ scansAll, indexes }).toEqual({ scansAll: false, indexes: ["position"] });
});
