import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { toGcj02 } from "@server/core/geo-point";
import { RecordChangeModel } from "@server/domains/care-point-records/record-change.model";
import { up } from "@server/migrations/20261122165900-datum";
import { startApp, type TestApp } from "@test/support/app";
import { buildRecordSite, codeOf, type RecordSite } from "./record-site";

let app: TestApp;
let site: RecordSite;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  await RecordChangeModel.deleteMany({});
  site = await buildRecordSite(app);
});
afterAll(() => app.close());

const propose: RecordSite["changes"]["propose"] = (change, by) => site.changes.propose(change, by);

describe("another position", () => {
  const at = (latitude: number, longitude: number, datum = "wgs84") => ({
    what: "position",
    datum,
    latitude,
    longitude,
  });

  test.each([
    ["gcj02", toGcj02({ latitude: 35.303, longitude: 113.883 })],
    ["wgs84", { latitude: 35.303, longitude: 113.883 }],
  ])("read from %s lies where it lies", async (datum, { latitude, longitude }) => {
    expect((await propose(at(latitude, longitude, datum))).status).toBe(201);
    expect((await site.changes.settle()).status).toBe(201);
    const [east, north] = (await site.changes.stored()).position.coordinates;
    expect(Math.abs(north - 35.303)).toBeLessThan(0.00002);
    expect(Math.abs(east - 113.883)).toBeLessThan(0.00002);
  });

  test.each([
    ["gaode_tencent", toGcj02({ latitude: 35.303, longitude: 113.883 })],
    ["gps", { latitude: 35.303, longitude: 113.883 }],
  ])("a wish of before that says %s is still understood", async (source, { latitude, longitude }) => {
    await propose(at(latitude, longitude, "bd09"));
    const asBefore = { what: "position", source, latitude, longitude };
    await database()
      .collection("record_changes")
      .updateMany({}, { $set: { wanted: asBefore } });
    await up(database());
    await up(database());
    expect((await site.changes.settle()).status).toBe(201);
    const [east, north] = (await site.changes.stored()).position.coordinates;
    expect(Math.abs(north - 35.303)).toBeLessThan(0.00002);
    expect(Math.abs(east - 113.883)).toBeLessThan(0.00002);
    const [kept] = await database().collection("record_changes").find().toArray();
    expect(kept?.["wanted"]).not.toHaveProperty("source");
  });

  test("the same figures from 百度 lie some hundred metres off, and the office reads how far", async () => {
    const { body } = await propose(at(35.302, 113.882, "bd09"));
    const metres = Number(/离现在的位置 (\d+) 米/.exec(body.data.after)?.[1]);
    expect(metres).toBeGreaterThan(300);
    expect(metres).toBeLessThan(1_500);
    expect(body.data.after).toContain("数字取自百度地图");
    expect(body.data.mapPosition).not.toBeNull();
  });

  test("the wrong way round is asked about, also where no such latitude exists", async () => {
    expect(codeOf(await propose(at(113.883, 35.303)))).toEqual([409, "position_swapped"]);
    expect(codeOf(await propose(at(113.883, 35.303), { isCertain: true }))).toEqual([409, "position_swapped"]);
    expect(codeOf(await propose(at(113.883, 170)))).toEqual([422, "invalid_request"]);
  });

  test("far away is taken only from somebody who has looked twice", async () => {
    expect(codeOf(await propose(at(34.7, 113.6)))).toEqual([409, "position_far"]);
    expect((await propose(at(34.7, 113.6), { isCertain: true })).status).toBe(201);
  });
});
