import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { deriveCarePoints } from "@server/domains/care-points/derive-care-points";
import { buildCarePoint } from "@server/domains/care-points/index";
import { relayedChain } from "@test/support/audit";
import { startApp, type TestApp } from "@test/support/app";
import { buildRecordSite, editOf, type RecordSite } from "./record-site";

const TODAY = "2026-11-22";
let app: TestApp;
let site: RecordSite;

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  await CarePointModel.deleteMany({});
  site = await buildRecordSite(app);
});
afterAll(() => app.close());

const stored = () => CarePointModel.findById(site.carePointId).lean().orFail();
const listed = async (cursor?: string) => {
  const query = { communityId: site.communityId, ...(cursor === undefined ? {} : { cursor }) };
  const { carePoints, nextCursor } = (await app.request.get("/api/care-points").query(query)).body.data;
  const rows = (carePoints as { id: string; freshness: string }[]).map(({ id, freshness }) => ({ id, freshness }));
  return { rows, nextCursor: nextCursor as string };
};
/** As after so many days in which nobody confirmed it. */
const lastCheckedDaysAgo = (days: number) =>
  buildCarePoint({ _id: site.carePointId, regionId: site.communityId, verifiedOn: addDays(TODAY, -days) });

const confirmations = async () =>
  (await relayedChain(app)).filter(
    ({ act, carePointId }) => act === "care-point-records.confirm-record" && carePointId === site.carePointId,
  );

describe("都对，确认", () => {
  test("an entry that had sunk is back in the first part, believed as long as its kind is", async () => {
    await lastCheckedDaysAgo(70);
    const sunken = await listed();
    expect(sunken.rows).toEqual([]);
    expect((await listed(sunken.nextCursor)).rows).toEqual([{ id: site.carePointId, freshness: "stale" }]);

    const answer = await site.confirm("cook", await site.record());
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      freshness: "current",
      verifiedOn: TODAY,
      believedUntil: "2026-12-22",
      staleFrom: "2027-01-22",
      leavesOn: "2027-03-23",
    });
    expect((await listed()).rows).toEqual([{ id: site.carePointId, freshness: "current" }]);
  });

  test("one that had left the lists is back, too", async () => {
    await lastCheckedDaysAgo(200);
    const first = await listed();
    expect([first.rows, (await listed(first.nextCursor)).rows]).toEqual([[], []]);
    await site.confirm("manager", await site.record());
    expect((await listed()).rows).toHaveLength(1);
  });

  test("says who did it in the audit, and the relay leaves nothing behind", async () => {
    await site.confirm("cook", await site.record());
    const { cook } = site.people;
    expect((await confirmations()).map(({ actorId }) => actorId)).toEqual([cook]);
    expect((await stored()).outbox).toEqual([]);
  });

  test("on a version that is gone changes nothing; by a key again it is done once", async () => {
    const seen = await site.record();
    const key = randomUUID();
    const first = await site.confirm("cook", seen, key);
    const again = await site.confirm("cook", seen, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await stored()).version).toBe(seen.version + 1);
    const late = await site.confirm("manager", seen);
    expect([late.status, late.body.error.code]).toEqual([409, "record_changed"]);
    const other = await site.confirm("cook", { version: seen.version + 1 }, key);
    expect([other.status, other.body.error.code]).toEqual([422, "key_reused"]);
  });

  test("the night's job does not bring back what the relay takes meanwhile", async () => {
    await site.confirm("cook", await site.record());
    await CarePointModel.updateOne({ _id: site.carePointId }, { $set: { derivedOn: "2026-11-21" } });
    const write = CarePointModel.bulkWrite.bind(CarePointModel);
    CarePointModel.bulkWrite = async (...writes: Parameters<typeof write>) => {
      await relayedChain(app);
      return write(...writes);
    };
    await deriveCarePoints(app.deps);
    CarePointModel.bulkWrite = write;
    expect(await stored()).toMatchObject({ derivedOn: TODAY, outbox: [] });
    expect(await confirmations()).toHaveLength(1);
  });
});

describe("editing", () => {
  const span = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });

  test("changes what the manager keeps up, and all that follows from it", async () => {
    const before = await site.record();
    const [meals] = before.offerings;
    const openingHours = [span(1, "17:00", "19:00"), span(1, "10:00", "13:00"), span(1, "13:00", "14:00")];
    const specialDays = [{ date: "2026-11-24", hours: [], reason: "设备检修" }];
    const answer = await site.edit("manager", {
      ...editOf(before),
      phone: "0373-5559999",
      address: "春风街 10 号",
      offerings: [
        {
          ...meals,
          openingHours,
          specialDays,
          capacity: { value: 80, unit: "meals_a_day", asOf: TODAY },
          price: { fromFen: 800, toFen: 1500, per: "meal" },
        },
      ],
      accessibility: ["lift", "lift"],
      accepts: ["with_companion"],
    });
    expect(answer.status).toBe(201);
    const { body } = await app.request.get(`/api/care-points/${site.carePointId}`);
    expect(body.data).toMatchObject({
      phone: "0373-5559999",
      address: "春风街 10 号",
      accessibility: ["lift"],
      accepts: ["with_companion"],
      offerings: [
        {
          openingLines: ["星期一 10:00–14:00、17:00–19:00", "星期二到星期日 休息", "11月24日 休息：设备检修"],
          capacity: { value: 80 },
          price: { fromFen: 800 },
        },
      ],
    });
    // Sunday 22 November: the next two Mondays, each with two times.
    expect((await stored()).openIntervals).toHaveLength(4);
    expect((await site.record()).verifiedOn).toBe(before.verifiedOn);
  });

  test("leaves name, position and services alone, and refuses others", async () => {
    const before = editOf(await site.record());
    const [meals] = before.offerings;
    const day = { ...meals, service: "day_care" };
    for (const offerings of [[], [day], [meals, day], [meals, meals]]) {
      const { status, body } = await site.edit("manager", { ...before, offerings });
      expect([status, body.error.fields]).toEqual([422, [{ path: "body.offerings", message: "other_services" }]]);
    }
    const renamed = await site.edit("manager", { ...before, name: "别的食堂" });
    expect(renamed.status).toBe(422);
    expect(await stored()).toMatchObject({ name: "春风社区食堂", version: before.version });
  });

  test.each([
    ["hours that end before they start", { openingHours: [span(1, "13:00", "10:30")] }],
    ["hours without length", { openingHours: [span(1, "10:30", "10:30")] }],
    ["hours that overlap", { openingHours: [span(1, "10:00", "13:00"), span(1, "12:59", "14:00")] }],
    ["a day named twice", { specialDays: Array(2).fill({ date: "2026-12-01", hours: [], reason: "停电" }) }],
    ["a day that does not exist", { specialDays: [{ date: "2026-02-30", hours: [], reason: "停电" }] }],
    ["a price that goes down", { price: { fromFen: 1500, toFen: 800, per: "meal" } }],
    ["how many fit tomorrow", { capacity: { value: 8, unit: "beds", asOf: "2026-11-23" } }],
  ])("refuses %s, and nothing is changed", async (_, part) => {
    const before = editOf(await site.record());
    const offerings = before.offerings.map((offering) => ({ ...offering, ...part }));
    const { status, body } = await site.edit("manager", { ...before, offerings });
    expect([status, body.error.code]).toEqual([422, "invalid_request"]);
    expect((await stored()).version).toBe(before.version);
  });

  test.each(["12345678901234567890123", "abc", "0373-", "电话 5550101"])("refuses the phone %s", async (phone) => {
    expect((await site.edit("manager", { ...editOf(await site.record()), phone })).status).toBe(422);
  });

  test("a cook may confirm and not edit; an elder neither", async () => {
    const before = await site.record();
    expect((await site.edit("cook", editOf(before))).status).toBe(403);
    expect((await site.confirm("elder", before)).status).toBe(403);
    expect((await site.get("elder", `/care-point-records/${site.carePointId}`)).status).toBe(403);
  });

  test("by a key again it is done once; with something else under it it is refused", async () => {
    const edit = { ...editOf(await site.record()), address: "春风街 11 号" };
    const key = randomUUID();
    const first = await site.edit("manager", edit, key);
    const again = await site.edit("manager", edit, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await site.edit("manager", { ...edit, address: "春风街 12 号" }, key);
    expect(other.body.error.code).toBe("key_reused");
    expect(await stored()).toMatchObject({ address: "春风街 11 号", version: edit.version + 1 });
  });

  test("a special day that is over is dropped and is not shown", async () => {
    const offering = (await stored()).offerings.map((one) => ({
      ...one,
      specialDays: [{ date: "2026-11-21", hours: [], reason: "停水" }],
    }));
    await CarePointModel.updateOne({ _id: site.carePointId }, { $set: { offerings: offering } });
    expect((await site.record()).offerings[0]?.specialDays).toEqual([]);
    await site.edit("manager", editOf(await site.record()));
    expect((await stored()).offerings[0]?.specialDays).toEqual([]);
  });
});

describe("two at once", () => {
  test("of two edits on one version exactly one is taken; without the version both would be", async () => {
    const before = editOf(await site.record());
    const edits = ["春风街 1 号", "春风街 2 号"].map((address) => site.edit("manager", { ...before, address }));
    const statuses = (await Promise.all(edits)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409]);
    expect((await stored()).version).toBe(before.version + 1);

    const naive = (address: string) => CarePointModel.updateOne({ _id: site.carePointId }, { $set: { address } });
    const both = await Promise.all(["春风街 3 号", "春风街 4 号"].map(naive));
    expect(both.map(({ modifiedCount }) => modifiedCount)).toEqual([1, 1]);
  });
});
