import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import type { OfficeRecord } from "@shared/domains/care-point-records/office-records.contract";
import { PersonModel } from "@server/domains/accounts/person.model";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { OfficeActModel } from "@server/domains/care-point-records/office-act.model";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { buildRecordSite, codeOf, OFFICE, type RecordSite, type Who } from "./record-site";

const TODAY = "2026-11-22";
let app: TestApp;
let site: RecordSite;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  await CarePointModel.deleteMany({});
  await OfficeActModel.deleteMany({});
  site = await buildRecordSite(app);
});
afterAll(() => app.close());

const stored = () => CarePointModel.findById(site.carePointId).lean().orFail();
const list = async (show: string, who: Who = "officer", cursor?: string) => {
  const more = cursor === undefined ? "" : `&cursor=${cursor}`;
  const answer = await site.get(who, `/office-records?regionId=${OFFICE}&show=${show}${more}`);
  return { status: answer.status, ...(answer.body.data as { records: OfficeRecord[]; nextCursor: string | null }) };
};
const names = ({ records }: { records: OfficeRecord[] }) => records.map(({ name }) => name);
interface By {
  readonly who?: Who;
  readonly version?: number;
  readonly key?: string;
}
const withhold = (body: object = {}, { who = "officer", version = 0, key = randomUUID() }: By = {}) =>
  site.post(
    who,
    "/office-records/withholdings",
    { carePointId: site.carePointId, version, why: "unpublished", words: "装修到年底", ...body },
    key,
  );
const publish = ({ who = "officer", version = 1, key = randomUUID() }: By = {}) =>
  site.post(who, "/office-records/publications", { carePointId: site.carePointId, version }, key);
const isListed = async () => {
  const { body } = await app.request.get("/api/care-points").query({ communityId: site.communityId });
  return (body.data.carePoints as { id: string }[]).some(({ id }) => id === site.carePointId);
};

describe("停止公布", () => {
  test("takes the entry out of the lists at once; its page says why; published again it is back", async () => {
    expect(await isListed()).toBe(true);
    const answer = await withhold();
    expect([answer.status, answer.body.data.withheld]).toEqual([
      201,
      { why: "unpublished", sinceLabel: "2026年11月22日" },
    ]);
    expect(await isListed()).toBe(false);
    const page = await app.request.get(`/api/care-points/${site.carePointId}`);
    expect(page.body.data.withheld).toMatchObject({ why: "unpublished" });
    expect(names(await list("withheld"))).toEqual([site.name]);

    expect((await publish()).status).toBe(201);
    expect(await isListed()).toBe(true);
    expect((await list("withheld")).records).toEqual([]);
  });

  test("keeps what was done when, the latest first; the reason is sealed where it is kept", async () => {
    await withhold();
    app.clock.advance(24 * 60 * 60 * 1000);
    await withhold({ why: "closed", words: "租约到期" }, { version: 1 });
    await publish({ version: 2 });
    app.clock.advance(-24 * 60 * 60 * 1000);
    const { body } = await site.get("officer", `/office-records/${site.carePointId}`);
    expect(body.data.history).toEqual([
      { label: "11月23日 星期一", text: expect.stringMatching(/公布|停办/) },
      { label: "11月23日 星期一", text: expect.stringMatching(/公布|停办/) },
      { label: "11月22日 星期日", text: "停止公布：装修到年底" },
    ]);
    expect(JSON.stringify(await OfficeActModel.find().lean())).not.toContain("装修");
    const chain = (await relayedChain(app)).filter(({ act }) => act.startsWith("office-records."));
    expect(chain.map(({ act, actorId }) => [act, actorId])).toEqual([
      ["office-records.withhold-record", site.people.officer],
      ["office-records.withhold-record", site.people.officer],
      ["office-records.publish-record", site.people.officer],
    ]);
  });

  test("is the office's of the district alone", async () => {
    for (const who of ["manager", "elder", "otherOfficer"] as const) {
      expect(codeOf(await withhold({}, { who }))).toEqual([403, "forbidden"]);
      expect(codeOf(await publish({ who }))).toEqual([403, "forbidden"]);
      expect(codeOf(await site.get(who, `/office-records/${site.carePointId}`))).toEqual([403, "forbidden"]);
      expect((await list("withheld", who)).status).toBe(403);
    }
    expect((await stored()).version).toBe(0);
  });

  test("by a key again it is done and noted once; other words under it are refused", async () => {
    const key = randomUUID();
    const first = await withhold({}, { key });
    const again = await withhold({}, { key });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await OfficeActModel.countDocuments({})).toBe(1);
    expect(codeOf(await withhold({ words: "别的" }, { key }))).toEqual([422, "key_reused"]);
  });

  test("of two at once one is taken, and one note is kept; a naive update would take both", async () => {
    const both = await Promise.all([withhold(), withhold({ why: "closed" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await OfficeActModel.countDocuments({})).toBe(1);
    const naive = (why: string) =>
      CarePointModel.updateOne({ _id: site.carePointId }, { $set: { "withheld.why": why } });
    expect([(await naive("merged")).modifiedCount, (await naive("closed")).modifiedCount]).toEqual([1, 1]);
  });

  test("on a version that is gone changes nothing", async () => {
    await site.confirm("manager", await site.record());
    expect(codeOf(await withhold())).toEqual([409, "record_changed"]);
    expect(await OfficeActModel.countDocuments({})).toBe(0);
  });

  test.each([
    ["not_plated", "not_plated"],
    ["merged", "merged_away"],
    ["suspended", "state_changed"],
  ])("what is %s is published by nobody here, nor taken out once more", async (why, code) => {
    await CarePointModel.updateOne(
      { _id: site.carePointId },
      { $set: { withheld: { since: TODAY, why, mergedInto: null } } },
    );
    expect(codeOf(await publish({ version: 0 }))).toEqual([409, code]);
    expect(codeOf(await withhold())).toEqual([409, "state_changed"]);
  });

  test("what is published is not published again, and a reason must be said", async () => {
    expect(codeOf(await publish({ version: 0 }))).toEqual([409, "state_changed"]);
    expect(codeOf(await withhold({ words: " " }))).toEqual([422, "invalid_request"]);
  });
});

describe("很久没核对", () => {
  const checkedDaysAgo = (days: number, more: object = {}) =>
    buildCarePoint({ regionId: site.communityId, verifiedOn: addDays(TODAY, -days), ...more });

  test("lists the district's entries that are due, longest first, also those that have left the lists", async () => {
    await checkedDaysAgo(40, { name: "晚了九天" });
    await checkedDaysAgo(200, { name: "早就没人看" });
    await checkedDaysAgo(30, { name: "今天还算数" });
    await checkedDaysAgo(31, { name: "今天到期" });
    await checkedDaysAgo(90, { name: "不公布的", withheld: { since: TODAY, why: "closed", mergedInto: null } });
    const due = await list("overdue");
    expect(due.records.map(({ name, overdueDays, freshness }) => [name, overdueDays, freshness])).toEqual([
      ["早就没人看", 170, "stale"],
      ["晚了九天", 10, "overdue"],
      ["今天到期", 1, "overdue"],
    ]);
    expect(due.nextCursor).toBeNull();
  });

  test("goes on where a page ended, without a gap or a repeat", async () => {
    for (let n = 0; n < 45; n += 1) await checkedDaysAgo(40 + (n % 3), { name: `第${n}处` });
    const seen: string[] = [];
    for (let cursor: string | undefined = undefined; ;) {
      const page: Awaited<ReturnType<typeof list>> = await list("overdue", "officer", cursor);
      seen.push(...names(page));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
  });

  test("one tap of the office confirms what nobody manages, and nothing else", async () => {
    const { _id: carePointId } = await checkedDaysAgo(70);
    const confirm = (who: Who, id: string) =>
      site.post(who, "/care-point-records/confirmations", { carePointId: id, version: 0 });
    expect(codeOf(await confirm("otherOfficer", carePointId))).toEqual([403, "forbidden"]);
    const answer = await confirm("officer", carePointId);
    expect([answer.status, answer.body.data.freshness, answer.body.data.officeName]).toEqual([
      201,
      "current",
      "红旗区民政局",
    ]);
    expect(codeOf(await confirm("officer", site.carePointId))).toEqual([403, "forbidden"]);
    expect(codeOf(await confirm("officer", "no-such-place"))).toEqual([403, "forbidden"]);
  });
});

describe("没有负责人", () => {
  test("lists who has nobody; a place with only a cook has nobody either", async () => {
    await buildCarePoint({ regionId: site.communityId, name: "没人管的点" });
    expect(names(await list("unmanaged"))).toEqual(["没人管的点"]);
    await PersonModel.updateOne({ _id: site.people.manager }, { $set: { memberships: [] } });
    expect(names(await list("unmanaged")).sort()).toEqual([site.name, "没人管的点"].sort());
  });

  test("is found among many that are managed, page by page", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 130; n += 1)
      ids.push((await buildCarePoint({ regionId: site.communityId, name: `第${n}处` }))._id);
    const manages = ids.slice(0, 105).map((carePointId) => ({ carePointId, role: "care_point_manager" }));
    await PersonModel.updateOne({ _id: site.people.manager }, { $push: { memberships: { $each: manages } } });
    const first = await list("unmanaged");
    expect(first.records).toHaveLength(20);
    const second = await list("unmanaged", "officer", first.nextCursor ?? "");
    expect(second.nextCursor).toBeNull();
    expect(new Set([...names(first), ...names(second)])).toEqual(
      new Set(Array.from({ length: 25 }, (_, n) => `第${105 + n}处`)),
    );
  });
});

test("an entry is found by a part of its name, published or not, in this district alone", async () => {
  await buildCarePoint({
    regionId: site.communityId,
    name: "向荣食堂",
    withheld: { since: TODAY, why: "closed", mergedInto: null },
  });
  const find = async (text: string) => {
    const path = `/office-records/search?regionId=${OFFICE}&text=${encodeURIComponent(text)}`;
    return names((await site.get("officer", path)).body.data as { records: OfficeRecord[] });
  };
  expect((await find("食堂")).sort()).toEqual(["向荣食堂", site.name].sort());
  expect(await find("xiangrong")).toEqual(["向荣食堂"]);
  expect(await find(".*")).toEqual([]);
  const elsewhere = `/office-records/search?regionId=xinxiang-muye&text=${encodeURIComponent("食堂")}`;
  expect((await site.get("otherOfficer", elsewhere)).body.data.records).toEqual([]);
});
