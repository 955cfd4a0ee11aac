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

describe("the packs that are shipped", () => {
  test("load, each with its own levels", () => {
    const packs = loadRegionPacks({ names: [] });
    const shown = packs.map(({ city, regions }) => [city.id, city.levels.map(({ name }) => name), regions.length]);
    expect(shown).toEqual([
      ["anning", ["区", "街道", "社区"], 8],
      ["xinxiang", ["市", "县（市、区）", "乡镇（街道）", "村（社区）"], 12],
    ]);
  });

  test("a server runs one city or several by name", () => {
    expect(loadRegionPacks({ names: ["anning"] }).map(({ city }) => city.name)).toEqual(["安宁区"]);
  });

  test("keep each figure with its source, day and both readings where the paper has two", () => {
    const [anning, xinxiang] = loadRegionPacks({ names: [] });
    expect(xinxiang?.targets.find(({ indicator }) => indicator === "meal-points-built")).toMatchObject({
      source: "004",
      goal: { value: 430, comparison: "at_least" },
      actual: { value: 202, asOf: "2024-08-31" },
      printed: { rate: "47.0%" },
    });
    expect(anning?.targets.find(({ indicator }) => indicator === "medical-care-beds-wanli")).toMatchObject({
      readings: ["delta", "level"],
    });
    expect(xinxiang?.pace).toMatchObject({ elderMetresPerSecond: 0.8, detourFactor: 1.3, isAssumption: true });
    expect(xinxiang?.city.helpline.phone).toBe("12345");
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
