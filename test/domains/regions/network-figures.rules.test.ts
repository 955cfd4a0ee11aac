import { describe, expect, test } from "@jest/globals";
import { coverageOf, impliedWholes, paceNeeded, percentLabel, rateOf } from "@server/domains/regions/index";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";

const regions = (count: number) => Array.from({ length: count }, (_, index) => `region-${index}`);
const label = ({ served, of }: { served: number; of: number }, decimals = 0) =>
  percentLabel({ part: served, whole: of, decimals });

describe("coverage counts regions served", () => {
  test("13 of 13 counties is all of them", () => {
    const counties = regions(13);
    const coverage = coverageOf({ regionIds: counties, servedIds: counties });
    expect(coverage).toEqual({ served: 13, of: 13, missing: [] });
    expect(label(coverage)).toBe("100%");
  });

  test("79 of 118 townships is 67 %, and names the 39 that are missing", () => {
    const townships = regions(118);
    const coverage = coverageOf({ regionIds: townships, servedIds: townships.slice(0, 79) });
    expect(coverage).toMatchObject({ served: 79, of: 118 });
    expect(coverage.missing).toEqual(townships.slice(79));
    expect(label(coverage)).toBe("67%");
  });

  test("3,148 of 4,497 villages is 70 %", () => {
    const villages = regions(4_497);
    expect(label(coverageOf({ regionIds: villages, servedIds: villages.slice(0, 3_148) }))).toBe("70%");
  });

  test("one point for three villages counts three, two points in one village one, another level's region none", () => {
    const servedIds = [...["a", "b", "c"], ...["c", "c"], "some-township"];
    expect(coverageOf({ regionIds: ["a", "b", "c", "d"], servedIds })).toEqual({ served: 3, of: 4, missing: ["d"] });
  });

  test("a level without regions has no share", () => {
    expect(label(coverageOf({ regionIds: [], servedIds: ["a"] }))).toBe("—");
  });
});

describe("a share is rounded as papers round, halves up", () => {
  test.each([
    [202, 430, 1, "47.0%"],
    [1_434, 1_400, 1, "102.4%"],
    [129, 115, 0, "112%"],
    [17, 122, 1, "13.9%"],
    [117, 118, 0, "99%"],
    [1, 8, 1, "12.5%"],
    [1, 8, 0, "13%"],
    [3, 8, 0, "38%"],
    [201, 20_000, 1, "1.0%"],
    [21, 2_000, 1, "1.1%"],
    [0, 7, 0, "0%"],
  ])("%i of %i with %i decimals is %s", (part, whole, decimals, expected) => {
    expect(percentLabel({ part, whole, decimals })).toBe(expected);
  });
});

describe("the wholes that a printed rate implies", () => {
  test.each([
    [79, "67%", 118, 118],
    [3_148, "70%", 4_466, 4_529],
    [22_820, "66.7%", 34_188, 34_238],
  ])("of %i at %s lie from %i to %i", (part, printed, first, last) => {
    expect(impliedWholes({ part, printed })).toEqual([first, last]);
    const shown = (whole: number) => percentLabel({ part, whole, decimals: printed.includes(".") ? 1 : 0 }) === printed;
    expect([first - 1, first, last, last + 1].map(shown)).toEqual([false, true, true, false]);
  });

  test.each(["0%", "many"])("%s implies none", (printed) => {
    expect(() => impliedWholes({ part: 1, printed })).toThrow(RangeError);
  });
});

describe("the pace needed is what is left over whole months left", () => {
  const meals = { goal: 430, done: 202, asOf: "2024-08-31", due: "2024-12-31" };

  test("228 meal points in four months are 57 a month", () => {
    expect(paceNeeded(meals)).toEqual({ left: 228, monthsLeft: 4, perMonth: 57 });
  });

  test("is rounded up: one more would need 58", () => {
    expect(paceNeeded({ ...meals, done: 201 }).perMonth).toBe(58);
  });

  test.each([
    ["2024-08-01", "2024-12-31", 4],
    ["2024-09-01", "2024-12-31", 3],
    ["2024-08-31", "2024-12-30", 3],
    ["2023-11-30", "2024-02-29", 3],
    ["2023-11-30", "2024-02-28", 2],
    ["2024-12-01", "2024-12-31", 0],
    ["2025-03-01", "2024-12-31", 0],
  ])("from %s to %s %i whole months are left", (asOf, due, monthsLeft) => {
    expect(paceNeeded({ ...meals, asOf, due }).monthsLeft).toBe(monthsLeft);
  });

  test("with no whole month left there is no pace, but what is left; with nothing left it is none", () => {
    expect(paceNeeded({ ...meals, asOf: "2024-12-02" })).toEqual({ left: 228, monthsLeft: 0, perMonth: null });
    expect(paceNeeded({ ...meals, done: 431 })).toEqual({ left: 0, monthsLeft: 4, perMonth: 0 });
  });
});

describe("what the packs print follows from their figures", () => {
  const targets = loadRegionPacks({ names: [] }).flatMap((pack) =>
    pack.targets.map((target) => ({ city: pack.city.id, target })),
  );
  const rate = (city: string, indicator: string) => {
    const found = targets.find((one) => one.city === city && one.target.indicator === indicator);
    return found ? rateOf(found.target) : null;
  };

  test("each rate, printed or worked out", () => {
    const rated = targets.flatMap(({ target }) => {
      const shown = target.printed?.["rate"] ?? target.implied?.["rate"];
      return shown === undefined ? [] : [[target.indicator, rateOf(target)?.label, shown]];
    });
    expect(rated.length).toBe(8);
    for (const [, label, shown] of rated) expect(label).toBe(shown);
  });

  test("each implied whole, with the first and last that give the printed rate", () => {
    const implied = targets.filter(({ target }) => target.actual?.of?.range !== undefined);
    expect(implied.map(({ target }) => target.indicator).sort()).toEqual([
      "care-type-bed-share",
      "township-regional-centres",
      "village-mutual-aid-points",
    ]);
    for (const { target } of implied) {
      const { value = 0, of } = target.actual ?? {};
      expect(of?.range).toEqual(impliedWholes({ part: value, printed: target.printed?.["rate"] ?? "" }));
      expect(of?.isImplied).toBe(true);
    }
  });

  test("what is printed is told from what is implied, and a rate that does not follow is told, too", () => {
    expect(rate("hengshui", "township-regional-centres")).toEqual({
      label: "67%",
      isWholeImplied: true,
      printed: "67%",
      agrees: true,
    });
    expect(rate("hengshui", "county-guidance-centres")).toMatchObject({ label: "100%", isWholeImplied: false });
    expect(rate("xinxiang", "meal-points-built")).toMatchObject({ label: "47.0%", printed: null, agrees: true });
    const words = { indicator: "beds", name: "床位", unit: "张", source: "x" };
    expect(rateOf({ ...words, actual: { value: 1, of: { value: 3 } }, printed: { rate: "34%" } })).toMatchObject({
      label: "33%",
      agrees: false,
    });
  });

  test("a figure without a whole has no rate", () => {
    expect(rate("xinxiang", "visits")).toBeNull();
    expect(rate("anning", "care-beds")).toBeNull();
  });

  test("of the meal points, what is left and how many a month", () => {
    const meals = targets.find(({ target }) => target.indicator === "meal-points-built")?.target;
    const { goal, actual, implied } = meals ?? {};
    const due = goal?.stated[0]?.due ?? "";
    const pace = paceNeeded({ goal: goal?.value ?? 0, done: actual?.value ?? 0, asOf: actual?.asOf ?? "", due });
    expect([String(pace.left), String(pace.perMonth)]).toEqual([implied?.["left"], implied?.["pacePerMonth"]]);
  });
});
