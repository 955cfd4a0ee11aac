import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  addDays,
  ageOn,
  businessDay,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  heldOn,
  instantAt,
  timeOfDay,
  weekday,
} from "@shared/core/dates";
import { isRealDay } from "@shared/core/primitives";

const anyDay = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") });
/** The same calendar, from the platform: an independent witness. */
const platformDay = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);

describe("plain dates (R-T1, R-S2)", () => {
  test("day numbers and dates are each other's inverse and agree with the platform's calendar", () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        const date = dateOfDayNumber(days);
        expect(date).toBe(platformDay(days));
        expect(dayNumber(date)).toBe(days);
        expect(isRealDay(date)).toBe(true);
        expect(weekday(date)).toBe(new Date(days * 86_400_000).getUTCDay());
      }),
      { numRuns: 2000, seed: 20_261_122 },
    );
  });

  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1899-12-31", "2026-1-1", "2026-01-01T00:00"])(
    "%s is no day",
    (value) => expect(isRealDay(value)).toBe(false),
  );

  test("days pass over month ends, leap days and years", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-11-22", "2027-11-22")).toBe(365);
  });
});

describe("age on a day", () => {
  test.each([
    ["1948-11-22", "2026-11-21", 77],
    ["1948-11-22", "2026-11-22", 78],
    ["1948-02-29", "2026-02-28", 77],
    ["1948-02-29", "2026-03-01", 78],
    ["1948-02-29", "2028-02-29", 80],
  ])("born %s is, on %s, %i years old", (birthDate, on, age) => {
    expect(ageOn({ birthDate, on })).toBe(age);
  });
});

describe("Shanghai wall clock", () => {
  test("a day begins at 16:00 UTC of the day before", () => {
    const midnight = Date.parse("2026-11-22T16:00:00.000Z");
    expect(businessDay(midnight - 1)).toBe("2026-11-22");
    expect(businessDay(midnight)).toBe("2026-11-23");
    expect(timeOfDay(midnight - 1)).toBe("23:59");
    expect(timeOfDay(midnight)).toBe("00:00");
  });

  test("date and time of day give back the instant to the minute", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber("1992-01-01") * 1440, max: dayNumber("2199-12-30") * 1440 }),
        (minute) => {
          const epochMs = minute * 60_000;
          expect(instantAt({ date: businessDay(epochMs), time: timeOfDay(epochMs) })).toBe(epochMs);
        },
      ),
      { seed: 20_261_122 },
    );
  });
});

describe("what holds on a day", () => {
  const rows = [
    { since: "2026-11-01", minutes: 15 },
    { since: "2027-01-01", minutes: 20 },
  ] as const;

  test("the latest row that has begun, from its first day on", () => {
    expect(["2026-11-01", "2026-12-31", "2027-01-01"].map((day) => heldOn(rows, day).minutes)).toEqual([15, 15, 20]);
  });

  test("before the first row nothing holds, and nobody guesses", () => {
    expect(() => heldOn(rows, "2026-10-31")).toThrow("nothing holds on 2026-10-31");
  });
});
