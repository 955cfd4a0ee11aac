import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { CareService } from "@shared/core/network";
import { hoursCell, readHoursCell } from "@server/domains/care-point-imports/hours-cell";
import { tidyHours } from "@server/domains/care-points/index";

const everyDay = (opens: string, closes: string) =>
  [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens, closes }));
const NOON = everyDay("10:30", "13:00");
const meals = { service: "meals", openingHours: NOON } as const;

describe("a cell of opening hours", () => {
  test.each([
    ["每天 10:30-13:00", { ofAll: NOON, ofServices: [] }],
    ["助餐：每天 10:30-13:00", { ofAll: null, ofServices: [meals] }],
    ["8:00-17:00\n助餐:10:30-13:00", { ofAll: everyDay("08:00", "17:00"), ofServices: [meals] }],
    [
      "\n助餐：10:30-13:00；托育：周六 8:00-12:00；周日 休息",
      {
        ofAll: null,
        ofServices: [meals, { service: "childcare", openingHours: [{ weekday: 6, opens: "08:00", closes: "12:00" }] }],
      },
    ],
    ["日间照料：休息", { ofAll: null, ofServices: [{ service: "day_care", openingHours: [] }] }],
  ])("%j", (written, value) => {
    expect(readHoursCell(written)).toEqual({ value });
  });

  test.each([
    ["助餐：", "助餐：没有写几点到几点，请写成 10:30-13:00"],
    ["助餐：每天 10:30-13:00；助餐：周六 休息", "助餐写了两次"],
    ["托育：周一 8:00-12:00；周一 9:00-10:00", "托育：周一写了两次"],
    ["吃饭：10:30-13:00", "看不懂“吃饭:10:30-13:00”，请写成 10:30-13:00"],
    ["1".repeat(3_601), "太长了"],
  ])("%s: %s", (written, reason) => {
    expect(readHoursCell(written)).toEqual({ reason });
  });

  test("services that keep the same hours are not named, nor is one without any", () => {
    const dayCare = { service: "day_care", openingHours: NOON } as const;
    expect(hoursCell([meals, dayCare])).toBe("每天 10:30-13:00");
    expect(hoursCell([meals, { ...dayCare, openingHours: [] }])).toBe("助餐：每天 10:30-13:00");
    expect(hoursCell([{ ...dayCare, openingHours: everyDay("00:00", "24:00") }, meals])).toBe(
      "日间照料：每天 0:00-24:00\n助餐：每天 10:30-13:00",
    );
    expect(hoursCell([{ ...meals, openingHours: [] }])).toBe("");
    expect(hoursCell([])).toBe("");
  });

  test("what is written of any offerings reads as their hours", () => {
    const quarter = (value: number) =>
      `${String(Math.floor(value / 4)).padStart(2, "0")}:${String((value % 4) * 15).padStart(2, "0")}`;
    const span = fc.tuple(fc.nat(95), fc.integer({ min: 1, max: 96 })).filter(([from, to]) => from < to);
    const week = fc.array(fc.tuple(fc.nat(6), span), { maxLength: 9 });
    const offerings = fc.uniqueArray(fc.tuple(fc.constantFrom(...CareService.options), week), {
      selector: ([service]) => service,
      minLength: 1,
    });
    fc.assert(
      fc.property(offerings, (drawn) => {
        const wanted = drawn.map(([service, rows]) => ({
          service,
          openingHours: tidyHours(
            rows.map(([weekday, [from, to]]) => ({ weekday, opens: quarter(from), closes: quarter(to) })),
          ),
        }));
        const written = hoursCell(wanted);
        const read = readHoursCell(written);
        const cell = written === "" ? { ofAll: null, ofServices: [] } : "value" in read ? read.value : null;
        expect(cell).not.toBeNull();
        const hoursFor = (service: CareService) =>
          cell?.ofServices.find((own) => own.service === service)?.openingHours ?? cell?.ofAll ?? [];
        expect(wanted.map(({ service }) => ({ service, openingHours: hoursFor(service) }))).toEqual(wanted);
      }),
    );
  });
});
