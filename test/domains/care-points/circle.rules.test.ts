import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CareService } from "@shared/core/network";
import { createGrid } from "@server/domains/care-points/circle-grid";
import { circleRuleOf, reachedFrom, type Place } from "@server/domains/care-points/circle-reach";
import { metresBetween } from "@server/domains/care-points/walking";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import { openRegionPacks } from "@server/domains/regions/region-tree";

beforeAll(() => openRegionPacks(loadRegionPacks({ names: [] })));

const HOME = { latitude: 35.3, longitude: 113.88 };
const METRES_PER_DEGREE = (6_378_100 * Math.PI) / 180;
const north = (metres: number) => ({ ...HOME, latitude: HOME.latitude + metres / METRES_PER_DEGREE });
const place = (id: string, metres: number, ...services: CareService[]): Place => ({
  id,
  services,
  position: north(metres),
});
const reached = (...places: Place[]) => reachedFrom({ from: HOME, places, rule: circleRuleOf({ cityId: "xinxiang" }) });

describe("a service is reached", () => {
  // 15 minutes at 0.8 m/s on a way 1.3 times as long as the straight line: 553.8 m; at 1.1 m/s with a pram: 761.5 m.
  test.each<[CareService, number, boolean]>([
    ["meals", 553, true],
    ["meals", 555, false],
    ["day_care", 553, true],
    ["day_care", 700, false],
    ["childcare", 761, true],
    ["childcare", 763, false],
  ])("%s from %d metres: %s", (service, metres, isReached) => {
    expect(reached(place("a", metres, service))).toEqual(isReached ? [{ service, carePointId: "a", metres }] : []);
  });

  test("at the nearest care point that gives it; of two as near the lesser id", () => {
    const found = reached(
      place("c", 100, "meals"),
      place("b", 100, "meals", "day_care"),
      place("a", 300, "meals", "childcare"),
    );
    expect(found).toEqual([
      { service: "meals", carePointId: "b", metres: 100 },
      { service: "day_care", carePointId: "b", metres: 100 },
      { service: "childcare", carePointId: "a", metres: 300 },
    ]);
  });

  test("only when the city's circle names it", () => {
    const one = place("a", 10, "meals", "childcare", "mutual_aid");
    const inCangzhou = reachedFrom({ from: HOME, places: [one], rule: circleRuleOf({ cityId: "cangzhou" }) });
    expect(inCangzhou.map(({ service }) => service)).toEqual(["childcare"]);
    expect(reached(one).map(({ service }) => service)).toEqual(["meals", "childcare"]);
  });

  test("the widest reach is that of the fastest walker", () => {
    expect(circleRuleOf({ cityId: "xinxiang" }).reachMetres).toBeCloseTo((900 * 1.1) / 1.3, 6);
  });
});

describe("the grid", () => {
  const position = fc.record({
    latitude: fc.double({ min: 18, max: 53.5, noNaN: true }),
    longitude: fc.double({ min: 73, max: 135, noNaN: true }),
  });
  /** Around one spot, as far as three reaches. */
  const scattered = position.chain((middle) => {
    const near = fc.record({
      latitude: fc.double({ min: -0.02, max: 0.02, noNaN: true }),
      longitude: fc.double({ min: -0.03, max: 0.03, noNaN: true }),
    });
    return fc.array(
      near.map((away) => ({
        latitude: middle.latitude + away.latitude,
        longitude: middle.longitude + away.longitude,
      })),
      { minLength: 2, maxLength: 40 },
    );
  });

  test("finds all that lie within its metres, at every latitude of the country", () => {
    fc.assert(
      fc.property(scattered, ([from = HOME, ...others]) => {
        const things = others.map((one, index) => ({ index, position: one }));
        const found = new Set(
          createGrid(things, 800)
            .around(from)
            .map(({ index }) => index),
        );
        const within = things.filter((thing) => metresBetween(from, thing.position) <= 800);
        expect(within.filter(({ index }) => !found.has(index))).toEqual([]);
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
  });

  test("does not look at the whole city", () => {
    const things = Array.from({ length: 1_000 }, (_, n) => ({ position: north(100 * n) }));
    expect(createGrid(things, 800).around(north(50_000)).length).toBeLessThanOrEqual(26);
  });

  test("of nothing is empty", () => {
    expect(createGrid([], 800).around(HOME)).toEqual([]);
  });
});
