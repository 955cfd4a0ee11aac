import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint, newOffering, type CarePointDocument } from "@server/domains/care-points/index";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { buildImportSite, goodRow, OFFICE, type ImportSite } from "./import-site";

let app: TestApp;
let site: ImportSite;
beforeAll(async () => {
  app = await startApp({ limits: { export: { points: 5, seconds: 86_400 } } });
  site = await buildImportSite(app);
});
afterAll(() => app.close());

const EXPORT = `/care-point-exports/facilities.csv?regionId=${OFFICE}`;
const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true, bom: true });

describe("the result of an import", () => {
  test("every row as written, with what became of it; the bad ones alone to be mended", async () => {
    const { id } = await site.check([
      goodRow({ name: "=1+1", operator: "＠机构" }),
      goodRow({ name: "坏", phone: "x" }),
    ]);
    await site.applied(id, "good_only");
    const whole = await site.get("officer", `/care-point-imports/${id}/rows.csv`);
    expect(whole.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(decodeURIComponent(String(whole.headers["content-disposition"]))).toContain("导入结果.csv");
    expect(whole.text.startsWith("\uFEFF")).toBe(true);
    const [first, second] = rowsOf(whole.text);
    expect(first).toMatchObject({ 名称: "'=1+1", 运营单位: "'＠机构", 行: "2", 结果: "已导入", 原因: "" });
    expect(first?.["编号"]).not.toBe("");
    expect(second).toMatchObject({ 名称: "坏", 结果: "没有导入：有错", 原因: "「电话」“x”不像电话号码" });
    const bad = await site.get("officer", `/care-point-imports/${id}/rows.csv?only=bad`);
    expect(rowsOf(bad.text).map(({ 名称 }) => 名称)).toEqual(["坏"]);
  });

  test("is nobody else's", async () => {
    const { id } = await site.check([goodRow({ name: "别人的" })]);
    expect((await site.get("elsewhere", `/care-point-imports/${id}/rows.csv`)).status).toBe(404);
    expect((await site.get("officer", "/care-point-imports/none/rows.csv")).status).toBe(404);
    expect((await app.request.get(`/api/care-point-imports/${id}/rows.csv`)).body.error.code).toBe("sign_in_required");
    const unknown = await site.get("officer", `/care-point-imports/${id}/rows.csv?only=good`);
    expect(unknown.body.error.code).toBe("invalid_request");
  });
});

describe("the export of an office's region", () => {
  test("its entries alone, with state and freshness; it can be brought back unchanged", async () => {
    await CarePointModel.deleteMany({});
    const { _id } = await buildCarePoint({ regionId: site.communityId, phone: "0373-5550101" });
    await buildCarePoint({ regionId: "xinxiang-muye", name: "别区食堂" });
    const merged = { since: "2026-11-01", why: "merged", mergedInto: _id } as const;
    await buildCarePoint({ regionId: site.communityId, name: "并掉的", withheld: merged });
    const before = (await relayedChain(app)).length;
    const { text, status } = await site.get("colleague", EXPORT);
    expect(status).toBe(200);
    const rows = rowsOf(text);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ 编号 }) => 编号 === _id)).toMatchObject({
      名称: "春风社区食堂",
      类别: "老年食堂",
      服务: "助餐",
      所在地区: "春风街道 春风社区",
      纬度: "35.302",
      营业时间: "每天 10:30-13:00",
      状态: "展示中",
      核对情况: "在期限内",
    });
    expect(rows.find(({ 名称 }) => 名称 === "并掉的")).toMatchObject({ 状态: "已并入别处" });
    expect((await relayedChain(app)).slice(before).filter(({ act }) => !act.startsWith("accounts"))).toMatchObject([
      { act: "care-point-imports.facilities", actorId: site.people.colleague, subject: { id: OFFICE } },
    ]);
    const again = (await site.upload(text, { name: "导出.csv" })).body.data;
    expect(again.counts).toMatchObject({ ready: 1, bad: 1 });
    await site.applied(again.id, "good_only");
    const [now] = await CarePointModel.find({ _id }).lean();
    expect(now).toMatchObject({ version: 1, name: "春风社区食堂", formerNames: [] });
    expect(now?.offerings[0]?.openingHours).toHaveLength(7);
  });

  test("a table that went out comes in again: the same place, also where each service keeps other hours", async () => {
    await CarePointModel.deleteMany({});
    const at = (opens: string, closes: string, weekdays: readonly number[]) =>
      weekdays.map((weekday) => ({ weekday, opens, closes }));
    const offerings = [
      newOffering("meals", [...at("10:30", "13:00", [0, 1, 2, 3, 4, 5, 6]), ...at("16:30", "18:00", [1, 2, 3, 4, 5])]),
      newOffering("day_care", at("08:00", "17:00", [1, 2, 3, 4, 5])),
      newOffering("full_time_care", at("00:00", "24:00", [0, 1, 2, 3, 4, 5, 6])),
      newOffering("home_visit", []),
    ];
    const kinds = ["care_home", "canteen"] as const;
    const odd = { name: "=向阳养老院", address: "向阳路 3 号, 东门 “老院”", creditCode: "91350100M000100Y43" };
    const facts = { regionId: site.communityId, kinds, phone: "0373-5550123", offerings };
    const operator = { name: "+民心养老", since: "2026-11-22" };
    const { _id } = await buildCarePoint({ ...facts, ...odd, operator, verifiedOn: "2026-11-22" });
    const entry = () => CarePointModel.findOne({ regionId: site.communityId }).lean<CarePointDocument>().orFail();
    const told = ({ name, kinds, address, phone, position, operator, creditCode, offerings }: CarePointDocument) => {
      return { name, kinds, address, phone, position, operator, creditCode, offerings };
    };
    const before = await entry();
    const { text } = await site.get("colleague", EXPORT);
    expect(rowsOf(text)[0]?.["营业时间"]).toBe(
      [
        "助餐：周一到周五 10:30-13:00、16:30-18:00；周六到周日 10:30-13:00",
        "日间照料：周一到周五 08:00-17:00；周六到周日 休息",
        "全托：每天 0:00-24:00",
      ].join("\n"),
    );

    const again = (await site.upload(text, { name: "导出.csv" })).body.data;
    expect(await site.rows(again.id, "bad")).toEqual([]);
    await site.applied(again.id);
    expect(told(await entry())).toEqual(told(before));
    expect((await entry()).version).toBe(1);

    // Into a region that has nothing yet, where no number of ours means anything.
    await CarePointModel.deleteMany({});
    const elsewhere = (await site.upload(text.replace(_id, ""), { name: "导出.csv" })).body.data;
    expect(await site.rows(elsewhere.id, "bad")).toEqual([]);
    await site.applied(elsewhere.id);
    expect(told(await entry())).toEqual(told(before));
  });

  test("only who works at the office, five times a day", async () => {
    expect((await site.get("elsewhere", EXPORT)).status).toBe(403);
    expect((await site.get("resident", EXPORT)).status).toBe(403);
    expect((await app.request.get(`/api${EXPORT}`)).status).toBe(401);
    for (let times = 1; times <= 5; times += 1) expect((await site.get("officer", EXPORT)).status).toBe(200);
    const refused = await site.get("officer", EXPORT);
    expect(refused.body.error.code).toBe("slow_down");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  });
});
