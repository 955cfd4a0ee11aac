import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import mongoose from "mongoose";
import { businessDay } from "@shared/core/dates";
import { toGeoPoint } from "@server/core/geo-point";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint, everyDay } from "@server/domains/care-points/index";
import { metresBetween } from "@server/domains/care-points/walking";
import { buildCommunity, buildRegion } from "@server/domains/regions/index";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import { openRegionPacks } from "@server/domains/regions/region-tree";
import { startApp, type TestApp } from "@test/support/app";

const HOME = { latitude: 35.3, longitude: 113.88 };
let app: TestApp;
let communityId: string;

beforeAll(async () => {
  app = await startApp();
  communityId = (await buildCommunity({ position: point(HOME) }))._id;
});
beforeEach(() => app.clock.set("2026-11-23T04:00:00.000Z"));
afterEach(() => CarePointModel.deleteMany({}));
afterAll(() => app.close());

const point = toGeoPoint;
/** So many metres north of home. */
const north = (metres: number) => point({ ...HOME, latitude: HOME.latitude + metres / 111_319.5 });
/** Its open times are planned from the day of the test's clock on. */
const build = (overrides: Parameters<typeof buildCarePoint>[0] = {}) =>
  buildCarePoint({ regionId: communityId, today: businessDay(app.clock.now()), ...overrides });
const list = (query: Record<string, string> = {}) =>
  app.request.get("/api/care-points").query({ communityId, ...query });
const names = async (query?: Record<string, string>) => {
  const { body } = await list(query).expect(200);
  return body.data.carePoints.map(({ name }: { name: string }) => name);
};

describe("care points near a community", () => {
  test("come nearest first, each with its way on foot", async () => {
    await build({ name: "远", position: north(900) });
    await build({ name: "近", position: north(280) });
    const { body } = await list().expect(200);
    expect(body.data).toMatchObject({
      carePoints: [
        { name: "近", walkMinutes: 8, isOpenNow: true, openLabel: "营业到 13:00" },
        { name: "远", walkMinutes: 25 },
      ],
      withinCircle: 1,
      circleMinutes: 15,
    });
    const metres = body.data.carePoints.map(({ distanceMetres }: { distanceMetres: number }) => distanceMetres);
    // Engines model the earth differently by a metre in a kilometre.
    expect(metres.map((one: number) => Math.round(one / 10))).toEqual([28, 90]);
  });

  test("stand in the order that measuring each by hand gives", async () => {
    const metres = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 12 });
    const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    await fc.assert(
      fc.asyncProperty(metres, turn, async (rings, firstTurn) => {
        await CarePointModel.deleteMany({});
        // Each on a ring of its own, 50 m apart, in any direction: no engine's rounding can swap two.
        const places = rings.map((ring, index) => {
          const angle = firstTurn + index;
          return {
            latitude: HOME.latitude + (ring * 50 * Math.sin(angle)) / 111_319,
            longitude: HOME.longitude + (ring * 50 * Math.cos(angle)) / 90_850,
          };
        });
        for (const [index, place] of places.entries()) await build({ name: `${index}`, position: point(place) });
        const byHand = [...places.keys()].sort(
          (a, b) => metresBetween(HOME, places[a] ?? HOME) - metresBetween(HOME, places[b] ?? HOME),
        );
        expect(await names()).toEqual(byHand.map(String));
      }),
      { numRuns: 15, seed: 20_261_122 },
    );
  });

  test("are listed in pages that miss none and repeat none, also at equal distances", async () => {
    for (let index = 0; index < 45; index += 1) await build({ name: `${index}`, position: north(100 * (index % 3)) });
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let query: Record<string, string> | null = {}; query !== null;) {
      const answer: { carePoints: { id: string }[]; nextCursor: string | null } = (await list(query)).body.data;
      sizes.push(answer.carePoints.length);
      seen.push(...answer.carePoints.map(({ id }) => id));
      query = answer.nextCursor === null ? null : { cursor: answer.nextCursor };
    }
    // The last page is the second part of the list, in which nobody stands.
    expect(sizes).toEqual([20, 20, 5, 0]);
    expect(new Set(seen).size).toBe(45);
  });

  test.each(["xxxx", "W10", Buffer.from('[1,{"$gt":""}]').toString("base64url")])(
    "refuse the foreign cursor %s",
    async (cursor) => {
      const { body } = await list({ cursor }).expect(422);
      expect(body.error).toMatchObject({ code: "invalid_request", fields: [{ path: "query.cursor" }] });
    },
  );

  test("stay within the city", async () => {
    const street = await buildRegion({ name: "演示街道", parentId: "anning-peili" });
    await buildCarePoint({ name: "安宁食堂", regionId: street._id, position: north(10) });
    await build({ name: "本市食堂", position: north(500) });
    expect(await names()).toEqual(["本市食堂"]);
  });

  test("cost one command once the community is known", async () => {
    await build();
    await list();
    const commands: string[] = [];
    mongoose.set("debug", (collection: string, method: string) => commands.push(`${collection}.${method}`));
    await list({ service: "meals", openNow: "yes", accessibility: "wheelchair" });
    mongoose.set("debug", false);
    expect(commands).toEqual(["care_points.aggregate"]);
  });
});

describe("filters", () => {
  test("by service, wheelchair and acceptance", async () => {
    await build({ name: "食堂", services: ["meals"], accessibility: [], position: north(1) });
    await build({ name: "驿站", services: ["meals", "day_care", "childcare"], position: north(2) });
    await build({ name: "日照", services: ["day_care"], accepts: ["disabled"], position: north(3) });
    expect(await names({ service: "meals" })).toEqual(["食堂", "驿站"]);
    expect(await names({ service: "childcare" })).toEqual(["驿站"]);
    expect(await names({ accessibility: "wheelchair" })).toEqual(["驿站", "日照"]);
    expect(await names({ accepts: "disabled" })).toEqual(["日照"]);
    expect(await names({ service: "day_care", accepts: "disabled", accessibility: "wheelchair" })).toEqual(["日照"]);
  });

  // 23 November 2026 is a Monday; 02:30 UTC is 10:30 in Shanghai.
  test.each([
    ["2026-11-23T02:29:59.999Z", []],
    ["2026-11-23T02:30:00.000Z", ["午"]],
    ["2026-11-23T04:59:59.999Z", ["午"]],
    ["2026-11-23T05:00:00.000Z", []],
    ["2026-11-22T04:00:00.000Z", []],
    ["2026-11-24T15:58:59.999Z", ["夜"]],
    ["2026-11-24T15:59:00.000Z", []],
    ["2026-11-24T16:00:00.000Z", []],
  ])("open now at %s", async (instant, open) => {
    app.clock.set(instant);
    await build({ name: "午", openingHours: [{ weekday: 1, opens: "10:30", closes: "13:00" }], position: north(1) });
    await build({ name: "夜", openingHours: [{ weekday: 2, opens: "22:00", closes: "23:59" }], position: north(2) });
    expect(await names({ openNow: "yes" })).toEqual(open);
    const { body } = await list();
    const shownOpen = body.data.carePoints.filter(({ isOpenNow }: { isOpenNow: boolean }) => isOpenNow);
    expect(shownOpen.map(({ name }: { name: string }) => name)).toEqual(open);
  });

  test("open now leaves out who is closed today, and nobody's sign says otherwise", async () => {
    await build({ name: "开", closedDays: [{ date: "2026-11-24", reason: "设备检修" }], position: north(1) });
    await build({ name: "关", closedDays: [{ date: "2026-11-23", reason: "设备检修" }], position: north(2) });
    expect(await names({ openNow: "yes" })).toEqual(["开"]);
    const { body } = await list();
    expect(body.data.carePoints).toMatchObject([
      { name: "开", isOpenNow: true, openLabel: "营业到 13:00" },
      { name: "关", isOpenNow: false, openLabel: "明天 10:30 开门" },
    ]);
    app.clock.set("2026-11-24T04:00:00.000Z");
    expect(await names({ openNow: "yes" })).toEqual(["关"]);
  });

  test("open now needs one row of hours that fits whole, not two halves", async () => {
    const openingHours = [
      { weekday: 1, opens: "08:00", closes: "09:00" },
      { weekday: 3, opens: "10:00", closes: "14:00" },
    ];
    await build({ openingHours });
    expect(await names({ openNow: "yes" })).toEqual([]);
  });

  test.each([
    [{ communityId: "nowhere" }, "query.communityId"],
    [{ service: "dentist" }, "query.service"],
    [{ openNow: "no" }, "query.openNow"],
    [{ radius: "5" }, "query"],
  ])("refuse %j", async (query, path) => {
    const { body } = await list(query as Record<string, string>).expect(422);
    expect(body.error).toMatchObject({ code: "invalid_request", fields: [{ path }] });
  });
});

describe("a day on which the whole city is closed", () => {
  const everywhere = (closedDays: string[]) =>
    openRegionPacks(
      loadRegionPacks({ names: [] }).map((pack) => ({ ...pack, calendar: { ...pack.calendar, closedDays } })),
    );
  beforeEach(() => everywhere(["2026-11-23"]));
  afterEach(() => everywhere([]));

  test("nobody is open, in lists and alone", async () => {
    const { _id } = await build();
    expect(await names({ openNow: "yes" })).toEqual([]);
    expect((await list()).body.data.carePoints).toMatchObject([{ isOpenNow: false, openLabel: "明天 10:30 开门" }]);
    const { body } = await app.request.get(`/api/care-points/${_id}`).expect(200);
    expect(body.data).toMatchObject({ isOpenNow: false, openLabel: "明天 10:30 开门" });
    expect(body.data.closedLines).toEqual(["11月23日 停业：全市停业"]);
  });

  test("the day after all are again", async () => {
    await build({ name: "食堂" });
    app.clock.set("2026-11-24T04:00:00.000Z");
    expect(await names({ openNow: "yes" })).toEqual(["食堂"]);
  });
});

describe("one care point", () => {
  const get = (id: string, query: Record<string, string> = {}) =>
    app.request.get(`/api/care-points/${id}`).query(query);

  test("shows all there is to know, from the city down", async () => {
    const { _id } = await build({ position: north(280), openingHours: everyDay({ opens: "10:30", closes: "13:00" }) });
    const { body } = await get(_id, { communityId }).expect(200);
    expect(body.data).toMatchObject({
      id: _id,
      regionNames: ["新乡市", "红旗区", "春风街道", "春风社区"],
      offerings: [
        { service: "meals", isOpenNow: true, openingLines: ["每天 10:30–13:00"], capacity: null, price: null },
      ],
      walkMinutes: 8,
      distanceMetres: 280,
      position: { longitude: HOME.longitude },
    });
  });

  test("says on which days to come it is closed, and why", async () => {
    const day = (date: string) => ({ date, reason: "设备检修" });
    const closedDays = ["2026-11-26", "2026-11-20", "2026-11-25"].map(day);
    const { _id } = await build({ closedDays });
    const { body } = await get(_id).expect(200);
    expect(body.data.closedLines).toEqual(["11月25日到11月26日 停业：设备检修"]);
  });

  test("tells no way to a guest who chose no community", async () => {
    const { _id } = await build();
    const { body } = await get(_id).expect(200);
    expect(body.data).toMatchObject({ walkMinutes: null, distanceMetres: null });
  });

  test("that is not there is not found", async () => {
    expect((await get("nowhere").expect(404)).body.error.code).toBe("not_found");
  });
});
