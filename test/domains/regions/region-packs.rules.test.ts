import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { loadRegionPacks, RegionPackError } from "@server/domains/regions/load-region-packs";

const SHIPPED = resolve("config/regions");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yike-packs-"));
  cpSync(join(SHIPPED, "xinxiang"), join(folder, "xinxiang"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

type Json = Record<string, unknown>;
const pathOf = (file: string) => join(folder, "xinxiang", file);

function change(file: string, edit: (content: Json) => Json): void {
  const content = JSON.parse(readFileSync(pathOf(file), "utf8")) as Json;
  writeFileSync(pathOf(file), JSON.stringify(edit(content)));
}

function faultsOf(names: readonly string[] = []) {
  try {
    loadRegionPacks({ names, folder });
  } catch (error) {
    if (error instanceof RegionPackError) return error.faults.map((fault) => ({ ...fault }));
    throw error;
  }
  return [];
}

const PROVINCIAL = ["市", "县（市、区）", "乡镇（街道）", "村（社区）"];
const packOf = (name: string) => {
  const [pack] = loadRegionPacks({ names: [name] });
  if (!pack) throw new Error(`no pack ${name}`);
  return pack;
};
const targetOf = (city: string, indicator: string) => packOf(city).targets.find((one) => one.indicator === indicator);

describe("the packs that are shipped", () => {
  test("load, each with its own levels", () => {
    const packs = loadRegionPacks({ names: [] });
    const shown = packs.map(({ city, regions }) => [city.id, city.levels.map(({ name }) => name), regions.length]);
    expect(shown).toEqual([
      ["anning", ["区", "街道", "社区"], 8],
      ["cangzhou", PROVINCIAL, 16],
      ["hengshui", PROVINCIAL, 13],
      ["xinxiang", PROVINCIAL, 12],
    ]);
  });

  test("a server runs one city or several by name", () => {
    expect(loadRegionPacks({ names: ["anning"] }).map(({ city }) => city.name)).toEqual(["安宁区"]);
  });

  test("keep each figure with its source and day, what is printed apart from what is worked out", () => {
    expect(targetOf("xinxiang", "meal-points-built")).toMatchObject({
      source: "004",
      goal: { value: 430, comparison: "at_least", stated: [{ due: "2024-12-31", reading: "level" }] },
      actual: { value: 202, asOf: "2024-08-31" },
      implied: { rate: "47.0%", left: "228", pacePerMonth: "57" },
    });
    expect(targetOf("xinxiang", "meal-points-built")?.printed).toBeUndefined();
    expect(targetOf("hengshui", "county-guidance-centres")?.actual?.of).toEqual({ value: 13 });
    expect(targetOf("hengshui", "township-regional-centres")).toMatchObject({
      actual: { value: 79, of: { value: 118, isImplied: true }, asOf: "2023-09-12" },
      printed: { rate: "67%" },
    });
  });

  test("keep both where a paper contradicts itself, in day or in reading", () => {
    expect(targetOf("anning", "community-day-care-coverage")?.goal?.stated).toEqual([
      { due: "2022-12-31", article: "任务一" },
      { due: "2025-12-31", article: "任务九" },
    ]);
    const beds = targetOf("anning", "medical-care-beds-wanli")?.goal?.stated;
    expect(beds?.map(({ reading }) => reading)).toEqual(["delta", "level"]);
    expect(beds?.every(({ article }) => article !== undefined)).toBe(true);
  });

  test("have the pram's pace beside the elder's, both marked as assumed, and the helpline", () => {
    for (const { pace, city } of loadRegionPacks({ names: [] })) {
      expect(pace).toMatchObject({
        elderMetresPerSecond: 0.8,
        pramMetresPerSecond: 1.1,
        detourFactor: 1.3,
        isAssumption: true,
      });
      expect(city.helpline.phone).toBe("12345");
    }
  });

  test("each ask for their own network, by their own level names", () => {
    const asked = (city: string) =>
      packOf(city).requirements.map(({ level, kinds, measure }) => [level, kinds[0], measure]);
    expect(asked("hengshui")).toEqual([
      ["县（市、区）", "guidance_centre", "one_per_region"],
      ["县（市、区）", "care_home", "one_per_region"],
      ["乡镇（街道）", "regional_centre", "one_per_region"],
      ["村（社区）", "happiness_home", "served_share"],
    ]);
    expect(asked("anning").slice(2)).toEqual([
      ["街道", "regional_centre", "one_per_region"],
      ["街道", "nursery", "one_per_region"],
      ["社区", "day_care_station", "served_share"],
    ]);
    expect(packOf("hengshui").requirements[0]).toMatchObject({
      functions: ["行业管理", "技术指导", "应急支援", "培训示范"],
      hostedBy: "县级特困人员供养服务机构（敬老院）",
    });
    expect(packOf("xinxiang").requirements.filter(({ isAssumption }) => isAssumption !== true)).toMatchObject([
      { key: "meal-points", measure: "count_to_target", indicator: "meal-points-built" },
    ]);
  });

  test("have two circles on one engine: for children alone, and for elders and children", () => {
    const services = (city: string) => packOf(city).circle.services.map(({ service }) => service);
    expect(services("cangzhou")).toEqual(["childcare"]);
    expect(services("anning")).toEqual(["meals", "day_care", "childcare"]);
    expect(packOf("anning").circle).toMatchObject({ name: "十五分钟养老托育服务圈", minutes: 15 });
  });

  test("believe an entry for 30, 60 or 90 days, by kind, and say that this is assumed", () => {
    const { confirmWithinDays, isAssumption } = packOf("hengshui").freshness;
    expect([confirmWithinDays.meal_point, confirmWithinDays.nursery, confirmWithinDays.care_home]).toEqual([
      30, 60, 90,
    ]);
    expect(isAssumption).toBe(true);
  });

  test("let the county verify, the district where there is no county; invent no phone", () => {
    expect(packOf("cangzhou").offices.verifyingLevel).toBe("县（市、区）");
    expect(packOf("anning").offices).toMatchObject({
      verifyingLevel: "区",
      guidanceCentres: [{ regionId: "anning", phone: null }],
    });
    for (const { offices } of loadRegionPacks({ names: [] }))
      expect(offices.guidanceCentres.every(({ phone }) => phone === null)).toBe(true);
  });
});

describe("a fault stops the boot and says file, path and reason", () => {
  test("a copy without fault loads", () => expect(faultsOf()).toEqual([]));

  test("a city that is not there", () => {
    expect(faultsOf(["luoyang"])).toEqual([{ file: "luoyang", path: "", reason: "there is no such city folder" }]);
  });

  test("a missing file, a file that is no JSON and one that belongs to no pack", () => {
    rmSync(pathOf("pace.json"));
    writeFileSync(pathOf("calendar.json"), "{");
    writeFileSync(pathOf("notes.txt"), "");
    expect(faultsOf()).toEqual([
      { file: "xinxiang/notes.txt", path: "", reason: "no file of a region pack" },
      { file: "xinxiang/pace.json", path: "", reason: "the file is missing" },
      { file: "xinxiang/calendar.json", path: "", reason: "the file is no JSON" },
    ]);
  });

  test("wrong values, all of them at once, with the path to each", () => {
    change("pace.json", (pace) => ({ ...pace, elderMetresPerSecond: 80, source: "" }));
    change("calendar.json", (calendar) => ({ ...calendar, closedDays: ["2026-02-30"], holiday: [] }));
    const faults = faultsOf();
    expect(faults.map(({ file, path }) => `${file} ${path}`).sort()).toEqual([
      "xinxiang/calendar.json ",
      "xinxiang/calendar.json closedDays.0",
      "xinxiang/pace.json elderMetresPerSecond",
      "xinxiang/pace.json source",
    ]);
    for (const { reason } of faults) expect(reason.length).toBeGreaterThan(5);
  });

  test("levels without a district, or with the community anywhere but last", () => {
    change("city.json", (city) => ({
      ...city,
      levels: [{ name: "市" }, { name: "村", role: "community" }, { name: "户" }],
    }));
    expect(faultsOf().map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      "levels: needs exactly one district",
      "levels: the community must be the last level and the only one",
    ]);
  });

  test("a tree that does not hold together", () => {
    const seat = null;
    change("regions.json", (content) => ({
      ...content,
      regions: [
        { id: "xinxiang-a", name: "甲", parentId: "xinxiang", seat },
        { id: "xinxiang-a", name: "又是甲", parentId: "xinxiang", seat },
        { id: "zhengzhou-b", name: "乙", parentId: "xinxiang", seat },
        { id: "xinxiang-c", name: "丙", parentId: "xinxiang-nobody", seat },
        { id: "xinxiang-d", name: "丁", parentId: "xinxiang-a", seat },
        { id: "xinxiang-e", name: "戊", parentId: "xinxiang-d", seat },
        { id: "xinxiang-f", name: "己", parentId: "xinxiang-e", seat },
      ],
    }));
    expect(faultsOf().map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      'regions.1.id: "xinxiang-a" stands twice',
      'regions.2.id: must begin with "xinxiang-"',
      'regions.3.parentId: "xinxiang-nobody" is not listed above it',
      'regions.6.parentId: lies below the last level of "新乡市"',
    ]);
  });

  test("a folder under another city's name", () => {
    cpSync(join(SHIPPED, "anning"), join(folder, "kaifeng"), { recursive: true });
    expect(faultsOf()).toEqual([{ file: "kaifeng/city.json", path: "id", reason: 'must be "kaifeng", its folder' }]);
  });

  test("the message names every fault on a line of its own", () => {
    change("pace.json", (pace) => ({ ...pace, detourFactor: 0 }));
    rmSync(pathOf("calendar.json"));
    expect(() => loadRegionPacks({ names: [], folder })).toThrow(/^xinxiang\/pace\.json detourFactor: .+\n.+missing$/);
  });
});
