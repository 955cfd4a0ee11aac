import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isOrderingOpen, isStillServed } from "@shared/domains/meals/meals.rules";
import { chooseSitting } from "@server/domains/meals/choose-sitting";

const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });

describe("the rules of a sitting", () => {
  test("ordering is open before the cut-off and at no other time", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -1e9, max: 1e9 }), (closesAt, offset) => {
        expect(isOrderingOpen({ closesAt, now: closesAt + offset })).toBe(offset < 0);
      }),
      { seed: 20_261_122 },
    );
  });

  test("serving lasts until its end", () => {
    expect(isStillServed({ servesUntil: 1_000, now: 999 })).toBe(true);
    expect(isStillServed({ servesUntil: 1_000, now: 1_000 })).toBe(false);
  });
});

describe("the sitting that a person means", () => {
  const sitting = (serviceDate: string, meal: "breakfast" | "lunch", closes: number) => ({
    _id: `${serviceDate} ${meal}`,
    serviceDate,
    meal,
    closesAt: new Date(closes),
  });
  const sittings = [
    sitting("2026-11-22", "breakfast", 100),
    sitting("2026-11-22", "lunch", 200),
    sitting("2026-11-23", "breakfast", 300),
    sitting("2026-11-23", "lunch", 300),
  ];
  const choose = (now: number, serviceDate?: string, meal?: "breakfast" | "lunch" | "dinner") =>
    chooseSitting({ sittings, serviceDate, meal, now })?._id;

  test("is the next open one, of that meal when she names one", () => {
    expect(choose(99)).toBe("2026-11-22 breakfast");
    expect(choose(100)).toBe("2026-11-22 lunch");
    expect(choose(200)).toBe("2026-11-23 breakfast");
    expect(choose(200, undefined, "lunch")).toBe("2026-11-23 lunch");
  });

  test("is none when nothing is open, or nothing of that kind is cooked", () => {
    expect(choose(300)).toBeUndefined();
    expect(choose(0, undefined, "dinner")).toBeUndefined();
    expect(choose(0, "2026-11-24")).toBeUndefined();
  });

  test("of a date is its first open meal, else its first", () => {
    expect(choose(100, "2026-11-22")).toBe("2026-11-22 lunch");
    expect(choose(500, "2026-11-22")).toBe("2026-11-22 breakfast");
    expect(choose(500, "2026-11-22", "lunch")).toBe("2026-11-22 lunch");
  });
});
