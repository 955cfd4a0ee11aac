import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { csvOf } from "@test/support/import-generator";
import { buildImportSite, goodRow, OFFICE, type ImportSite } from "./import-site";

let app: TestApp;
let site: ImportSite;
beforeAll(async () => {
  app = await startApp();
  site = await buildImportSite(app);
});
beforeEach(async () => {
  await CarePointModel.deleteMany({});
});
afterAll(() => app.close());

const CODE = "91350100M000100Y43";

describe("a file is looked at before anything is changed", () => {
  test("a good row and bad ones: each is named with its column and the reason", async () => {
    const bad = [
      goodRow({ name: "二", latitude: "35,3" }),
      goodRow({ name: "三", latitude: "113.88", longitude: "35.30" }),
      goodRow({ name: "四", kinds: "饭店" }),
      goodRow({ name: "五", hours: "13:00-10:30" }),
      goodRow({ name: "六", region: "春风街道 不在社区" }),
      goodRow({ name: "七", phone: "5550123" }),
      goodRow({ name: "八", creditCode: "91350100M000100Y44" }),
      goodRow({ name: "", address: "" }),
      goodRow({ name: "九", ownId: "nobody" }),
    ];
    const batch = await site.check([goodRow(), ...bad]);
    expect(batch).toMatchObject({ rows: 10, state: "checked", counts: { bad: 9, ready: 1, double: 0 } });
    const told = (await site.rows(batch.id, "bad")).flatMap(({ row, faults }) =>
      faults.map(({ column, reason }) => `第 ${row} 行「${column}」：${reason}`),
    );
    expect(told.slice(0, 2)).toEqual([
      "第 3 行「纬度」：35,3 不是数字",
      "第 4 行「纬度」：纬度 113.88、经度 35.3，是不是填反了？",
    ]);
    expect(told[2]).toMatch(/^第 5 行「类别」：没有“饭店”这一种，可以写：.*老年食堂/);
    expect(told.slice(3)).toEqual([
      "第 6 行「营业时间」：13:00-10:30 结束早于开始",
      "第 7 行「所在地区」：春风街道里没有“不在社区”",
      "第 8 行「电话」：5550123 前面要加区号",
      "第 9 行「统一社会信用代码」：最后一位校验不对，请核对",
      "第 10 行「名称」：没有填",
      "第 10 行「地址」：没有填",
      "第 11 行「编号」：没有这个编号，或者不归这里管",
    ]);
    expect(await CarePointModel.countDocuments({})).toBe(0);
  });

  test("a place twice in the file counts once; a far one is a warning", async () => {
    const far = goodRow({ name: "远处", latitude: "36.3" });
    const batch = await site.check([goodRow(), goodRow(), far]);
    expect((await site.rows(batch.id, "bad")).map(({ row, faults }) => [row, faults])).toEqual([
      [3, [{ column: "名称", reason: "和第 2 行重复" }]],
    ]);
    const [warned] = await site.rows(batch.id, "warned");
    expect(warned).toMatchObject({ row: 4, state: "ready" });
    expect(warned?.warnings[0]?.reason).toMatch(/^离春风社区约 11[12] 公里，可能不在这里/);
  });

  test("a head without a required column is refused with its name", async () => {
    const reply = await site.upload(csvOf([goodRow()]).replace("纬度", "北纬"));
    expect(reply.status).toBe(422);
    expect(reply.body.error).toMatchObject({ code: "import_columns_missing", fields: [{ path: "纬度" }] });
  });

  test("the same key is the same import; with another file it is refused", async () => {
    const key = randomUUID();
    const first = await site.check([goodRow()], { key });
    expect((await site.check([goodRow()], { key })).id).toBe(first.id);
    expect((await site.upload(csvOf([goodRow({ name: "别处" })]), { key })).body.error.code).toBe("key_reused");
    expect((await site.check([goodRow()])).id).not.toBe(first.id);
  });
});

describe("applying", () => {
  test("new entries stand with all that follows, once, by whoever said so", async () => {
    const row = goodRow({ hours: "周一至周五 10:30-13:00", operator: "向阳公司", creditCode: CODE });
    const batch = await site.check([row], { datum: "gcj02" });
    const done = await site.applied(batch.id);
    expect(done).toMatchObject({ state: "done", mode: "all", counts: { applied: 1, ready: 0 } });
    const [entry, another] = await CarePointModel.find({}).lean();
    expect(another).toBeUndefined();
    expect(entry).toMatchObject({
      name: "向阳社区老年食堂",
      districtId: OFFICE,
      regionId: site.communityId,
      services: ["meals"],
      creditCode: CODE,
      operator: { name: "向阳公司" },
      mapPosition: { coordinates: [113.881, 35.301] },
      withheld: null,
      isDemo: false,
    });
    expect(entry?.offerings[0]?.openingHours).toHaveLength(5);
    const entries = (await relayedChain(app)).filter(({ subject }) => subject.id === entry?._id);
    expect(entries).toMatchObject([{ act: "care-point-imports.apply-import", actorId: site.people.officer }]);
    expect((await site.applied(batch.id)).counts.applied).toBe(1);
    expect(await CarePointModel.countDocuments({})).toBe(1);
  });

  test("not as a whole while a row is bad; the good ones alone when somebody says so", async () => {
    const batch = await site.check([goodRow(), goodRow({ name: "坏", phone: "x" })]);
    expect((await site.apply(batch.id, "all")).body.error.code).toBe("import_not_clean");
    expect((await site.applied(batch.id, "good_only")).counts).toMatchObject({ applied: 1, bad: 1 });
    expect((await site.apply(batch.id, "all")).body.error.code).toBe("import_applied");
    expect(await CarePointModel.countDocuments({})).toBe(1);
  });

  test("a point of the meal programme is not published by a list", async () => {
    const batch = await site.check([goodRow({ kinds: "助餐点" })]);
    await site.applied(batch.id);
    expect((await CarePointModel.findOne({}).lean())?.withheld).toMatchObject({ why: "unpublished" });
  });
});

describe("which entry a row means", () => {
  const known = (overrides: object) => buildCarePoint({ regionId: site.communityId, ...overrides });

  test("its own id first: an empty cell changes nothing", async () => {
    const { _id } = await known({ operator: { name: "老公司", since: "2025-01-01" } });
    const batch = await site.check([goodRow({ ownId: _id, services: "助餐、日间照料" })]);
    expect(batch.counts).toMatchObject({ ready: 1, double: 0 });
    await site.applied(batch.id);
    const entry = await CarePointModel.findById(_id).lean();
    expect(entry).toMatchObject({
      name: "向阳社区老年食堂",
      formerNames: ["春风社区食堂"],
      services: ["meals", "day_care"],
      operator: { name: "老公司" },
      version: 1,
    });
    expect(entry?.offerings[0]?.openingHours).toHaveLength(7);
    expect(await CarePointModel.countDocuments({})).toBe(1);
  });

  test("then the credit code, where one entry and one row have it", async () => {
    const { _id } = await known({ creditCode: CODE });
    const batch = await site.check([goodRow({ creditCode: CODE, latitude: "35.31" })]);
    await site.applied(batch.id);
    expect(await CarePointModel.findById(_id).lean()).toMatchObject({ name: "向阳社区老年食堂", version: 1 });
    const chain = await site.check([
      goodRow({ name: "连锁一", creditCode: CODE, latitude: "35.33" }),
      goodRow({ name: "连锁二", creditCode: CODE, latitude: "35.34" }),
    ]);
    await site.applied(chain.id);
    expect(await CarePointModel.countDocuments({})).toBe(3);
  });

  test("then a like name nearby is a question; it waits for a person", async () => {
    const { _id } = await known({ name: "春风社区食堂", position: { type: "Point", coordinates: [113.881, 35.3012] } });
    const rows = [goodRow({ name: "春风社区老年食堂" }), goodRow({ name: "春风社区食堂分店", latitude: "35.3014" })];
    const batch = await site.check(rows);
    expect(batch.counts).toMatchObject({ double: 2, ready: 0 });
    const [asked] = await site.rows(batch.id, "double");
    expect(asked).toMatchObject({ row: 2, candidates: [{ carePointId: _id, name: "春风社区食堂", metres: 22 }] });
    expect((await site.apply(batch.id, "all")).body.error.code).toBe("import_not_clean");
    expect((await site.decide(batch.id, 2, "somebody-else")).body.error.code).toBe("invalid_request");
    expect((await site.decide(batch.id, 2, _id)).body.data).toMatchObject({ decided: _id, state: "ready" });
    expect((await site.decide(batch.id, 3, null)).body.data).toMatchObject({ decided: null });
    expect((await site.applied(batch.id)).counts).toMatchObject({ applied: 2 });
    expect((await site.decide(batch.id, 2, null)).body.error.code).toBe("import_applied");
    expect(await CarePointModel.countDocuments({})).toBe(2);
    expect((await CarePointModel.findById(_id).lean())?.name).toBe("春风社区老年食堂");
  });

  test("an entry of another office's is neither found nor changed", async () => {
    const { _id } = await buildCarePoint({ regionId: "xinxiang-muye", creditCode: CODE });
    const batch = await site.check([goodRow({ creditCode: CODE }), goodRow({ name: "又一处", ownId: _id })]);
    expect(batch.counts).toMatchObject({ ready: 1, bad: 1 });
    await site.applied(batch.id, "good_only");
    expect(await CarePointModel.findById(_id).lean()).toMatchObject({ version: 0 });
  });
});

describe("who may", () => {
  test("only who works at the office; to others an import is not there", async () => {
    expect((await site.upload(csvOf([goodRow()]), { who: "resident" })).status).toBe(403);
    expect((await site.upload(csvOf([goodRow()]), { who: "elsewhere" })).status).toBe(403);
    expect((await site.get("elsewhere", `/care-point-imports?regionId=${OFFICE}`)).status).toBe(403);
    const { id } = await site.check([goodRow()]);
    expect((await site.get("elsewhere", `/care-point-imports/${id}`)).status).toBe(404);
    expect((await site.get("elsewhere", `/care-point-imports/${id}/rows?show=bad`)).status).toBe(404);
    expect((await site.apply(id, "all", "elsewhere")).status).toBe(404);
    expect((await site.decide(id, 2, null, "elsewhere")).status).toBe(404);
    expect((await site.get("colleague", `/care-point-imports/${id}`)).status).toBe(200);
  });
});
