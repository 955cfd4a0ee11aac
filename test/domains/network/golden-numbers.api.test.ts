import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { NetworkState } from "@shared/domains/network/network-shapes";
import { openedPacks } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";
import { growFacilities, growRegions, growShared, seeded } from "./grow-network";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const countiesOf = (city: string) =>
  openedPacks()
    .find((pack) => pack.city.id === city)
    ?.regions.map(({ id }) => id) ?? [];

async function networkOf(regionId: string): Promise<NetworkState> {
  const { body } = await app.request.get("/api/network").query({ regionId }).expect(200);
  return body.data;
}
const requirementOf = ({ requirements }: NetworkState, key: string) => requirements.find((one) => one.key === key);
const targetOf = ({ targets }: NetworkState, indicator: string) => targets.find((one) => one.indicator === indicator);

describe("the network of 衡水 on the day of its press conference, out of raw entries", () => {
  const today = "2023-09-12";
  let villagePoints: number;
  let network: NetworkState;

  beforeAll(async () => {
    app.clock.set(`${today}T02:00:00.000Z`);
    const random = seeded(2023);
    const counties = countiesOf("hengshui");
    const townships = await growRegions({ prefix: "hs-township", count: 118, above: counties, random });
    const villages = await growRegions({ prefix: "hs-village", count: 4_497, above: townships, random });
    await growFacilities({ kind: "guidance_centre", regionIds: counties, today });
    await growFacilities({ kind: "regional_centre", regionIds: townships.slice(0, 79), today });
    const served = villages.slice(0, 3_148);
    villagePoints = await growShared({ kind: "happiness_home", regionIds: served, today, random });
    network = await networkOf("hengshui");
  }, 120_000);

  test("each of the 13 counties has its guidance centre", () => {
    expect(requirementOf(network, "guidance-centre")).toMatchObject({
      required: 13,
      existing: 13,
      missing: 0,
      percent: "100%",
    });
  });

  test("79 of 118 townships have their centre, 67 %", () => {
    expect(requirementOf(network, "regional-centre")).toMatchObject({
      required: 118,
      existing: 79,
      missing: 39,
      percent: "67%",
    });
    expect(targetOf(network, "township-regional-centres")).toMatchObject({
      counted: { value: 79, of: 118, percent: "67%", asOf: today },
      paper: {
        value: 79,
        of: { value: "118", isImplied: true },
        percent: { value: "67%", isImplied: false },
        asOf: today,
      },
    });
  });

  test("3,148 of 4,497 villages are served, 70 %, by far fewer buildings", () => {
    expect(villagePoints).toBeLessThan(2_000);
    expect(requirementOf(network, "mutual-aid")).toMatchObject({
      required: 4_497,
      existing: 3_148,
      missing: 1_349,
      percent: "70%",
    });
    expect(targetOf(network, "village-mutual-aid-points")?.paper).toMatchObject({
      of: { value: "4466–4529", isImplied: true },
      percent: { value: "70%", isImplied: false },
    });
  });

  test("what lacks most stands first, and each county adds up to the city", () => {
    expect(network.requirements.map(({ key }) => key)).toEqual([
      "mutual-aid",
      "regional-centre",
      "county-care-home",
      "guidance-centre",
    ]);
    const missing = network.below.map((one) => one.missing);
    expect(missing).toEqual([...missing].sort((a, b) => b - a));
    expect(missing.reduce((sum, one) => sum + one, 0)).toBe(1_349 + 39 + 13);
  });

  test("a county shows its own part, and what it says below adds up likewise", async () => {
    const worst = network.below[0];
    const county = await networkOf(worst?.region.id ?? "");
    expect(county.path.map(({ id }) => id)).toEqual(["hengshui", worst?.region.id]);
    const lacking = county.requirements.reduce((sum, { missing }) => sum + (missing ?? 0), 0);
    expect(lacking).toBe(worst?.missing);
    expect(county.targets).toEqual([]);
    const township = await networkOf(county.below[0]?.region.id ?? "");
    expect(township.requirements.map(({ levelName }) => levelName).sort()).toEqual(["乡镇（街道）", "村（社区）"]);
    expect(township.below).toEqual([]);
  });

  test("an entry counts until the day on which it leaves the lists", async () => {
    app.clock.set("2024-09-12T02:00:00.000Z");
    expect(requirementOf(await networkOf("hengshui"), "guidance-centre")).toMatchObject({ existing: 0, percent: "0%" });
    app.clock.set(`${today}T02:00:00.000Z`);
  });
});

describe("the meal points of 新乡 at the end of August 2024, out of raw entries", () => {
  const today = "2024-08-31";
  const indicator = "meal-points-built";
  let network: NetworkState;

  beforeAll(async () => {
    app.clock.set(`${today}T02:00:00.000Z`);
    const random = seeded(2024);
    const townships = await growRegions({
      prefix: "xx-township",
      count: 60,
      above: countiesOf("xinxiang").slice(1),
      random,
    });
    const villages = await growRegions({ prefix: "xx-village", count: 300, above: townships, random });
    await growFacilities({ kind: "meal_point", regionIds: villages.slice(0, 150), today });
    await growFacilities({ kind: "canteen", regionIds: villages.slice(0, 52), today });
    await growFacilities({ kind: "day_care_station", regionIds: villages.slice(0, 9), today });
    network = await networkOf("xinxiang");
  }, 60_000);

  test("are 202 of 430, 47.0 %, with 228 left", () => {
    expect(requirementOf(network, "meal-points")).toMatchObject({
      required: 430,
      existing: 202,
      missing: 228,
      percent: "47.0%",
    });
  });

  test("need 57 a month until the year ends; the paper's rate is worked out, not printed", () => {
    expect(targetOf(network, indicator)).toMatchObject({
      goal: {
        value: 430,
        comparison: "at_least",
        stated: [{ due: "2024-12-31", reading: "level", pace: { left: 228, monthsLeft: 4, perMonth: 57 } }],
      },
      counted: { value: 202, of: null, percent: "47.0%", asOf: today },
      paper: { value: 202, asOf: today, percent: { value: "47.0%", isImplied: true } },
    });
  });

  test("one more point is one less to build", async () => {
    await growFacilities({ kind: "canteen", regionIds: ["xx-village-299"], today });
    const { goal, counted } = targetOf(await networkOf("xinxiang"), indicator) ?? {};
    expect(counted).toMatchObject({ value: 203, percent: "47.2%" });
    expect(goal?.stated[0]?.pace).toMatchObject({ left: 227, perMonth: 57 });
  });

  test("a county counts its own; the target of the city was not split", async () => {
    const county = await networkOf("xinxiang-weibin");
    expect(requirementOf(county, "meal-points")).toMatchObject({ required: null, missing: null, percent: "—" });
    expect(county.targets).toEqual([]);
    expect(requirementOf(network, "meal-points")?.regionsWithout).toBeGreaterThanOrEqual(1);
  });
});
