import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { readFile } from "node:fs/promises";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { describeInChromium } from "../support/chromium";
import type { Phone } from "../support/h5-app";
import { csvOf, importRow, type ImportCells } from "../support/import-generator";
import { runJob } from "../support/jobs";
import { BUILD_AND_START_MS, openLunchSite, type LunchSite } from "../support/lunch-site";
import { button, choose, expectWellMade, seen, tap, words } from "../support/screen";
import { emptyPictures } from "../support/screens";

const OFFICE = "xinxiang-hongqi";
const APPLY = "care-point-imports.apply-rows";
const ROWS = 2_000;
const DESK = { width: 1280, height: 800, textSize: "compact" } as const;

/** Thirteen ways to be wrong, by the row of the spreadsheet. */
const BAD: Readonly<Record<number, ImportCells>> = {
  14: { latitude: "35,3" },
  100: { latitude: "113.9", longitude: "35.3" },
  200: { name: "" },
  300: { kinds: "饭店" },
  400: { services: "理发" },
  500: { region: "春风社区 向阳社区" },
  600: { phone: "5550123" },
  700: { hours: "13:00-10:30" },
  800: { hours: "10:30-13:00，12:00-14:00" },
  900: { creditCode: "91350100M000100Y44" },
  1000: { longitude: "213.9" },
  1100: { ownId: "nobody" },
  1200: { name: "1号老年食堂" },
};
const rows = Array.from({ length: ROWS }, (_, n) => importRow(n, BAD[n + 2]));

describeInChromium("a county brings in two thousand care points, thirteen of them written wrongly", () => {
  let site: LunchSite;
  let officerId: string;
  const folder = emptyPictures("import");

  beforeAll(async () => {
    site = await openLunchSite();
    const { _id } = await buildPerson(site.app.deps, { preferredName: "孙科长", offices: [{ regionId: OFFICE }] });
    officerId = _id;
  }, BUILD_AND_START_MS);
  afterAll(() => site.close());

  const officer = async (options?: Parameters<LunchSite["phone"]>[0]): Promise<Phone> => {
    const phone = await site.phoneOf({ _id: officerId }, options);
    await phone.page.goto("/tabs/me/index");
    await tap(phone.page, /^导入和导出/);
    return phone;
  };
  const picture = ({ page }: Phone, name: string) =>
    page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const give = async ({ page }: Phone, name: string, text: string) => {
    await choose(page, /^卫星定位或测绘/);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), tap(page, "选表格文件")]);
    await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  };
  const take = async ({ page }: Phone, name: string): Promise<Record<string, string>[]> => {
    const [download] = await Promise.all([page.waitForEvent("download"), tap(page, name)]);
    return parse(await readFile(await download.path()), { columns: true, bom: true });
  };

  test("each bad row is named, the good ones become care points, the others come back to be mended", async () => {
    const before = await CarePointModel.countDocuments({});
    const desk = await officer(DESK);
    await expectWellMade(desk);
    await picture(desk, "choose");
    await give(desk, "红旗区点位.csv", csvOf(rows));
    await seen(desk.page, "核对结果");
    await seen(desk.page, "只导入好的 1987 行");
    await seen(desk.page, "「纬度」35,3 不是数字");
    await seen(desk.page, /是不是填反了？/);
    await expectWellMade(desk);
    await picture(desk, "checked");
    expect(await CarePointModel.countDocuments({})).toBe(before);

    const bad = await take(desk, "下载要改的行");
    expect(bad.map(({ 行 }) => Number(行))).toEqual(Object.keys(BAD).map(Number));
    expect(bad[0]).toMatchObject({ 纬度: "35,3", 原因: "「纬度」35,3 不是数字" });

    await tap(desk.page, "只导入好的 1987 行");
    await seen(desk.page, "另外 13 行这次不导入，改好以后再导入一次。");
    await picture(desk, "ask");
    await tap(desk.page, "确定导入");
    await seen(desk.page, /^正在导入，0 \/ 1987 行/);
    await picture(desk, "applying");
    await runJob(site.app, APPLY);
    await seen(desk.page, "导入完了：1987 行已经是点位，13 行没有导入。");
    await expectWellMade(desk);
    await picture(desk, "done");
    expect(await CarePointModel.countDocuments({})).toBe(before + 1_987);
    const result = await take(desk, "下载导入结果");
    expect(result).toHaveLength(ROWS);
    expect(result.filter(({ 结果 }) => 结果 === "已导入")).toHaveLength(1_987);
    await desk.page.getByRole("link", { name: "导入和导出" }).filter({ visible: true }).first().click();
    await seen(desk.page, "导出全部点位");
    expect((await take(desk, "下载表格")).length).toBeGreaterThan(1_987);
  }, 180_000);

  test.each([
    ["standard", "phone"],
    ["largest", "phone@1.67"],
  ] as const)(
    "a place that may be there already is decided by a person, at %s",
    async (textSize, name) => {
      const near = importRow(2_100, { name: "老城根老年食堂" });
      await buildCarePoint({
        regionId: site.world.community._id,
        name: "老城根食堂",
        position: { type: "Point", coordinates: [Number(near.longitude), Number(near.latitude)] },
      });
      const phone = await officer({ textSize });
      await expectWellMade(phone);
      await picture(phone, `choose-${name}`);
      await give(phone, "一处.csv", csvOf([near, importRow(2_200, { phone: "x" })]));
      await seen(phone.page, "核对结果");
      await expectWellMade(phone);
      await picture(phone, `bad-${name}`);
      await phone.page.getByRole("switch", { name: /^要认定 1/ }).click();
      await choose(phone.page, /^就是“老城根食堂”/);
      await seen(phone.page, "只导入好的 1 行");
      await expectWellMade(phone);
      await picture(phone, `double-${name}`);
      await tap(phone.page, "只导入好的 1 行");
      await tap(phone.page, "确定导入");
      await seen(phone.page, /^正在导入，/);
      await runJob(site.app, APPLY);
      await seen(phone.page, /^导入完了：1 行/);
      await picture(phone, `done-${name}`);
      expect(await CarePointModel.countDocuments({ name: "老城根食堂" })).toBe(0);
      await CarePointModel.deleteMany({ name: "老城根老年食堂" });
    },
    120_000,
  );

  test("a file that is no table says what to do", async () => {
    const desk = await officer(DESK);
    await give(desk, "点位.xlsx", "名称");
    await seen(desk.page, "文件的内容和名字对不上，请在表格软件里另存一次再选");
    await give(desk, "点位.csv", "名称\n甲");
    await seen(desk.page, /^缺少必填的列，请对照模板的第一行：类别、服务/);
    await picture(desk, "refused");
    expect(await words(desk.page, "核对结果").isVisible()).toBe(false);
    expect(await button(desk.page, "选表格文件").isVisible()).toBe(true);
  }, 60_000);

  test("two people make one entry of two: one proposes at the desk, another agrees on a phone", async () => {
    const regionId = site.world.community._id;
    const position = { type: "Point", coordinates: [113.86, 35.31] } as const;
    const { _id: keepId } = await buildCarePoint({ regionId, name: "东关食堂", position });
    const { _id: goneId } = await buildCarePoint({
      regionId,
      name: "东关日间照料站",
      position,
      services: ["day_care"],
    });
    const { _id: colleague } = await buildPerson(site.app.deps, {
      preferredName: "钱干事",
      offices: [{ regionId: OFFICE }],
    });
    const desk = await officer(DESK);
    await desk.page.getByRole("link", { name: "合并点位" }).filter({ visible: true }).first().click();
    await choose(desk.page, /^留下“东关食堂”/);
    await expectWellMade(desk);
    await picture(desk, "merge-suspects");
    await tap(desk.page, "提出合并");
    await seen(desk.page, "把“东关日间照料站”并入“东关食堂”？");
    await seen(desk.page, /^您今天.*提出的，等另一位同事同意/);
    expect(await button(desk.page, "是同一处，同意合并").isVisible()).toBe(false);

    const phone = await site.phoneOf({ _id: colleague }, { textSize: "largest" });
    await phone.page.goto("/tabs/me/index");
    await tap(phone.page, /^合并点位/);
    await seen(phone.page, "把“东关日间照料站”并入“东关食堂”？");
    await expectWellMade(phone);
    await picture(phone, "merge-phone@1.67");
    await tap(phone.page, "是同一处，同意合并");
    await tap(phone.page, "确定合并");
    await seen(phone.page, /提出，“东关日间照料站”并入“东关食堂”$/);
    expect((await CarePointModel.findById(goneId).lean())?.withheld).toMatchObject({ mergedInto: keepId });
    expect((await CarePointModel.findById(keepId).lean())?.services).toEqual(["meals", "day_care"]);
  }, 120_000);
});
