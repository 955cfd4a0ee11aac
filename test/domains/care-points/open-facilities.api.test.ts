import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { OpenFacility } from "@shared/domains/care-points/open-facilities.contract";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint, buildCarePoints, everyDay, offeringOf } from "@server/domains/care-points/index";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

let app: TestApp;
let communityId: string;
beforeAll(async () => {
  app = await startApp();
  communityId = (await buildCommunity())._id;
});
afterEach(() => CarePointModel.deleteMany({}));
afterAll(() => app.close());

const JSON_PATH = "/api/open/facilities";
const CSV_PATH = `${JSON_PATH}.csv`;
const csv = async () => (await app.request.get(CSV_PATH).buffer(true).expect(200)).text;

describe("facilities as open data", () => {
  test("each service of a place is a row that fits the schema, with datum, check date and unit", async () => {
    await buildCarePoint({
      regionId: communityId,
      name: "春风养老院",
      kinds: ["care_home"],
      operator: { name: "春风养老服务公司", since: "2024-01-01" },
      offerings: [
        {
          ...offeringOf("full_time_care", everyDay({ opens: "00:00", closes: "24:00" })),
          capacity: { value: 40, unit: "beds", asOf: "2026-11-01" },
          price: { fromFen: 180_050, toFen: 320_000, per: "month" },
        },
        {
          ...offeringOf("meals", [{ weekday: 1, opens: "10:30", closes: "13:00" }]),
          seasons: [
            {
              name: "冬季",
              from: "12-01",
              to: "02-28",
              openingHours: [{ weekday: 1, opens: "11:00", closes: "13:00" }],
            },
          ],
        },
      ],
    });
    const { body, headers } = await app.request.get(JSON_PATH).expect(200);
    expect(headers["content-type"]).toContain("application/json");
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(body).toMatchObject({ profile: "HSDS 3.1", datum: "WGS-84 (EPSG:4326)" });
    for (const row of body.contents) expect(OpenFacility.parse(row)).toEqual(row);
    const [care, meals] = body.contents;
    expect(care).toMatchObject({
      assured_date: "2026-11-22",
      organization: { name: "春风养老服务公司" },
      schedules: [{ byday: "SU,MO,TU,WE,TH,FR,SA", opens_at: "00:00", closes_at: "23:59" }],
      capacities: [{ maximum: 40, updated: "2026-11-01", unit: { name: "beds" } }],
      cost_options: [{ amount: 1800.5 }, { amount: 3200 }],
      service_at_locations: [{ location: { addresses: [{ city: "新乡市", state_province: "河南省" }] } }],
    });
    expect(meals.schedules.map(({ description }: { description: string }) => description)).toEqual(["", "12-01/02-28"]);
  });

  test("what left the lists is left out, and nothing in it is anybody's but the town's", async () => {
    await buildCarePoint({ regionId: communityId, verifiedOn: "2026-01-01" });
    expect((await app.request.get(JSON_PATH)).body.contents).toEqual([]);
  });

  test("the same version is answered without a body; any change makes another", async () => {
    const { _id } = await buildCarePoint({ regionId: communityId });
    const first = await app.request.get(JSON_PATH).expect(200);
    const tag = first.headers["etag"] as string;
    const again = await app.request.get(JSON_PATH).set("If-None-Match", tag).expect(304);
    expect(again.text).toBe("");
    await CarePointModel.updateOne({ _id }, { $set: { phone: "0373-5550199" }, $inc: { version: 1 } });
    const changed = await app.request.get(JSON_PATH).set("If-None-Match", tag).expect(200);
    expect(changed.body.contents[0].service_at_locations[0].location.phones).toEqual([{ number: "0373-5550199" }]);
  });

  test("more than one batch comes whole and in order", async () => {
    const all = Array.from({ length: 450 }, (_, n) => ({
      _id: `p-${String(n).padStart(4, "0")}`,
      regionId: communityId,
    }));
    await buildCarePoints(all);
    const { body } = await app.request.get(JSON_PATH).expect(200);
    const ids = body.contents.map(({ organization }: { organization: { id: string } }) => organization.id);
    expect(ids).toEqual(all.map(({ _id }) => _id));
  });
});

describe("the same as a table", () => {
  test("opens in Excel and WPS: a byte order mark, Chinese heads, one line a service", async () => {
    await buildCarePoint({ regionId: communityId, services: ["meals", "day_care"] });
    const text = await csv();
    expect(text.startsWith("\uFEFF编号,名称,类型,服务,")).toBe(true);
    expect(text.trimEnd().split("\r\n")).toHaveLength(3);
    expect(text).toContain("每天 10:30–13:00");
  });

  test.each(["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "＝1+1", "＋86", "－1", "＠SUM(A1)"])(
    "a name that begins like a formula is text: %j",
    async (name) => {
      await buildCarePoint({ regionId: communityId, name });
      const [, row = ""] = (await csv()).split("\r\n");
      expect(row.split(",")[1]).toBe(`'${name}`);
    },
  );

  test("commas, quotes and line ends stay inside their cell", async () => {
    await buildCarePoint({ regionId: communityId, address: '春风街 8 号，"院内",\n二楼' });
    expect(await csv()).toContain('"春风街 8 号，""院内"",\n二楼"');
  });
});
