import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Reconciliation, Side, UnmatchedFacility } from "@shared/domains/reconciliation/reconciliation.contract";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint, offeringOf } from "@server/domains/care-points/index";
import { fetchProvinceFigures } from "@server/domains/reconciliation/fetch-province-figures";
import { ProvinceSnapshotModel } from "@server/domains/reconciliation/province-snapshot.model";
import { buildRegion } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";
import { buildCareHome } from "@test/support/care-home";
import {
  manyFacilities,
  startPlatformFake,
  type FakeFacility,
  type PlatformFake,
} from "@test/support/province-platform-fake";

const CITY = "xinxiang";
const DISTRICT = "xinxiang-hongqi";
const CODE = "91410700MA44ABCD1X";

let fake: PlatformFake;
let app: TestApp;
let district: string;
let city: string;
beforeAll(async () => {
  fake = await startPlatformFake();
  app = await startApp({ env: { provincePlatform: { url: fake.url, token: fake.token }, regionPacks: [CITY] } });
  const officer = async (regionId: string) => (await buildPerson(app.deps, { offices: [{ regionId }] }))._id;
  [district, city] = [await officer(DISTRICT), await officer(CITY)];
});
beforeEach(() => {
  fake.facilities = [];
  fake.asOf = "2026-11-21";
  fake.onRequest = () => "well";
});
afterEach(() => Promise.all([CarePointModel.deleteMany({}), ProvinceSnapshotModel.deleteMany({})]));
afterAll(async () => {
  await app.close();
  await fake.stop();
});

const theirs = (overrides: Partial<FakeFacility> = {}): FakeFacility => ({
  id: "p-1",
  name: "第一敬老院",
  credit_code: null,
  county: "红旗区",
  beds: 40,
  ...overrides,
});
const fetchFigures = () => fetchProvinceFigures(app.deps, { pausesMs: [], withinMs: 2_000 });

interface Asking {
  readonly as: string;
  readonly regionId: string;
  readonly side?: Side;
  readonly cursor?: string;
  readonly status?: number;
}

async function get(path: "" | "/unmatched", { as, status = 200, ...query }: Asking) {
  // A day passes in some tests; an office's session does not last so long.
  const token = await app.signInAs(as);
  return app.request.get(`/api/reconciliation${path}`).query(query).auth(token, { type: "bearer" }).expect(status);
}
async function reportOf(regionId = CITY, as = city): Promise<Reconciliation> {
  return (await get("", { as, regionId })).body.data;
}
async function figuresOf(regionId = CITY, as = city) {
  const { figures } = await reportOf(regionId, as);
  if (!figures) throw new Error("no figures");
  return figures;
}
async function unmatched(side: Side, regionId = CITY): Promise<UnmatchedFacility[]> {
  return (await get("/unmatched", { as: city, regionId, side })).body.data.facilities;
}

describe("their figures beside ours", () => {
  test("county by county: facilities, beds, the difference, and what only one side has", async () => {
    fake.facilities = [
      theirs({ credit_code: CODE }),
      theirs({ id: "p-2", name: "春风日间照料站", beds: 12 }),
      theirs({ id: "p-3", name: "城郊敬老院", county: "卫滨区", beds: 60 }),
    ];
    await buildCareHome({ name: "红旗养老院有限公司", beds: 35, creditCode: CODE });
    await buildCareHome({ name: "夕阳红养老院", beds: 20 });
    await fetchFigures();
    const { asOf, readOn, counties, total, unplaced } = await figuresOf();
    expect({ asOf, readOn, unplaced }).toEqual({ asOf: "2026-11-21", readOn: "2026-11-22", unplaced: 0 });
    expect(counties).toHaveLength(12);
    expect(counties.slice(0, 2)).toEqual([
      {
        county: { id: DISTRICT, name: "红旗区" },
        theirs: { facilities: 2, beds: 52 },
        ours: { facilities: 2, beds: 55 },
        difference: { facilities: 0, beds: 3 },
        onlyTheirs: 1,
        onlyOurs: 1,
      },
      {
        county: { id: "xinxiang-weibin", name: "卫滨区" },
        theirs: { facilities: 1, beds: 60 },
        ours: { facilities: 0, beds: 0 },
        difference: { facilities: -1, beds: -60 },
        onlyTheirs: 1,
        onlyOurs: 0,
      },
    ]);
    expect(total).toMatchObject({ theirs: { facilities: 3, beds: 112 }, ours: { facilities: 2, beds: 55 } });
  });

  test("the lists name what only one side has, and lead to our entry", async () => {
    fake.facilities = [theirs(), theirs({ id: "p-2", name: "甲敬老院", county: "卫滨区", credit_code: CODE })];
    const { _id: carePointId } = await buildCareHome({ name: "夕阳红养老院", beds: 20 });
    await fetchFigures();
    expect(await unmatched("theirs")).toEqual([
      { name: "第一敬老院", countyName: "红旗区", creditCode: null, beds: 40, carePointId: null },
      { name: "甲敬老院", countyName: "卫滨区", creditCode: CODE, beds: 40, carePointId: null },
    ]);
    expect(await unmatched("ours")).toEqual([
      { name: "夕阳红养老院", countyName: "红旗区", creditCode: null, beds: 20, carePointId },
    ]);
    expect((await unmatched("theirs", DISTRICT)).map(({ name }) => name)).toEqual(["第一敬老院"]);
  });

  test("a place for children and an entry that has left are not compared; one bed lent for some days is one bed", async () => {
    const beds = { value: 8, unit: "beds" as const, asOf: "2026-11-01" };
    await buildCarePoint({
      kinds: ["care_home"],
      offerings: ["full_time_care" as const, "respite" as const].map((service) => ({
        ...offeringOf(service, []),
        capacity: beds,
      })),
    });
    await buildCarePoint({ kinds: ["nursery"] });
    await buildCareHome({ name: "旧敬老院", beds: 9, verifiedOn: "2026-01-01" });
    fake.facilities = [theirs()];
    await fetchFigures();
    expect((await figuresOf()).total.ours).toEqual({ facilities: 1, beds: 8 });
  });

  test("what lies in no county of the city stands in the sum and is said", async () => {
    fake.facilities = [theirs(), theirs({ id: "p-2", county: "高新区", name: "高新敬老院" })];
    await fetchFigures();
    const { total, unplaced, counties } = await figuresOf();
    expect({ unplaced, all: total.theirs.facilities }).toEqual({ unplaced: 1, all: 2 });
    expect(counties.reduce((sum, { theirs: { facilities } }) => sum + facilities, 0)).toBe(1);
    expect((await figuresOf(DISTRICT)).unplaced).toBe(0);
  });

  test("a long list comes in pages, whole and in order", async () => {
    fake.facilities = manyFacilities(45);
    await fetchFigures();
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await get("/unmatched", { as: city, regionId: CITY, side: "theirs", ...(cursor && { cursor }) });
      expect(body.data.total).toBe(45);
      names.push(...body.data.facilities.map(({ name }: UnmatchedFacility) => name));
      cursor = body.data.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(names).size).toBe(45);
    expect(names).toHaveLength(45);
  });
});

describe("what comes from outside", () => {
  test.each([
    ["down", "unreachable"],
    ["elsewhere", "unreachable"],
    ["huge", "unreachable"],
    ["words", "unreadable"],
    ["empty", "unreadable"],
    ["strange", "unreadable"],
  ] as const)("an answer that is %s changes nothing and is said", async (manner, trouble) => {
    fake.facilities = [theirs()];
    await fetchFigures();
    fake.facilities = [theirs({ beds: 1 })];
    fake.onRequest = () => manner;
    app.clock.advance(24 * 60 * 60 * 1000);
    await fetchFigures();
    const { lastTry, figures } = await reportOf();
    expect(lastTry?.trouble).toBe(trouble);
    expect(figures).toMatchObject({ asOf: "2026-11-21", total: { theirs: { facilities: 1, beds: 40 } } });
    expect(lastTry?.on).not.toBe(figures?.readOn);
  });

  test.each([
    ["another city's list", { facilities: [theirs({ county: "桃城区" })] }],
    ["figures of a day to come", { facilities: [theirs()], asOf: "2199-01-01" }],
  ])("%s is not taken", async (_what, said) => {
    Object.assign(fake, said);
    await fetchFigures();
    expect(await reportOf()).toMatchObject({ lastTry: { trouble: "unreadable" }, figures: null });
  });

  test("never touches our entries, nor makes new ones", async () => {
    await buildCareHome({ name: "红旗养老院", beds: 35, creditCode: CODE });
    const before = await CarePointModel.find({}).lean();
    fake.facilities = [theirs({ credit_code: CODE, name: "另一个名字", beds: 99 }), theirs({ id: "p-2" })];
    await fetchFigures();
    expect(await CarePointModel.find({}).lean()).toEqual(before);
  });

  test("the next good answer takes the place of the one before, whole", async () => {
    fake.facilities = manyFacilities(5);
    await fetchFigures();
    fake.facilities = [theirs({ beds: 7 })];
    await Promise.all([fetchFigures(), fetchFigures()]);
    expect((await figuresOf()).total.theirs).toEqual({ facilities: 1, beds: 7 });
  });

  test("without a platform nobody is asked, and nothing is shown", async () => {
    const asked = fake.asked.length;
    const env = { ...app.deps.env, provincePlatform: null };
    await fetchProvinceFigures({ ...app.deps, env });
    expect(fake.asked).toHaveLength(asked);
    expect(await reportOf()).toMatchObject({ region: { name: "新乡市" }, lastTry: null, figures: null });
    expect(await unmatched("ours")).toEqual([]);
  });
});

describe("whose it is to see", () => {
  test("a district's office its own district, the city's office all of them", async () => {
    expect((await reportOf(DISTRICT, district)).region.name).toBe("红旗区");
    expect((await reportOf(DISTRICT, city)).region.name).toBe("红旗区");
    for (const regionId of [CITY, "xinxiang-weibin"]) {
      const { body } = await get("", { as: district, regionId, status: 403 });
      expect(body.error.code).toBe("forbidden");
      await get("/unmatched", { as: district, regionId, side: "ours", status: 403 });
    }
  });

  test("nobody else, and a region without an office is a fault of the request", async () => {
    const { _id: elder } = await buildPerson(app.deps, {});
    await get("", { as: elder, regionId: DISTRICT, status: 403 });
    const { _id: township } = await buildRegion({ parentId: DISTRICT });
    for (const [regionId, message] of [
      ["nowhere", "unknown"],
      [township, "no_office"],
    ] as const) {
      const { body } = await get("", { as: city, regionId, status: 422 });
      expect(body.error.fields).toEqual([{ path: "query.regionId", message }]);
    }
  });
});
