import { describe, expect, test } from "@jest/globals";
import { ownPlaceWords } from "@miniapp/domains/care-points/own-place-words";
import { directionOf, laySketch, ringPercent, spotOf, windowAround } from "@miniapp/domains/care-points/sketch-layout";
import { randomFrom } from "@test/support/network-generator";

const HOME = { latitude: 35.3, longitude: 113.88 };
const METRES = 553;
/** So many metres north and east of home. */
const away = (north: number, east = 0) => ({
  position: {
    latitude: HOME.latitude + north / 111_320,
    longitude: HOME.longitude + east / 111_320 / Math.cos((HOME.latitude * Math.PI) / 180),
  },
});
const lay = (...things: ReturnType<typeof away>[]) => laySketch({ center: HOME, metres: METRES, things });

describe("the sketch of positions", () => {
  test("shows north at the top and east at the right, at the distance that the rings have", () => {
    const [north, east] = lay(away(METRES), away(0, METRES));
    const radius = ringPercent(METRES, METRES) / 2;
    expect(north).toMatchObject({ number: 1, left: 50, top: Math.round(10 * (50 - radius)) / 10 });
    expect(east).toMatchObject({ number: 2, left: Math.round(10 * (50 + radius)) / 10, top: 50 });
    expect(ringPercent(METRES / 3, METRES) * 3).toBeCloseTo(ringPercent(METRES, METRES));
  });

  test("what lies further than the rings stands just outside them, in its direction", () => {
    const [far] = lay(away(-40_000, 40_000));
    expect(far?.left).toBeCloseTo(100 - (far?.top === undefined ? 0 : 100 - far.top), 0);
    const distance = Math.hypot((far?.left ?? 0) - 50, (far?.top ?? 0) - 50);
    expect(distance).toBeGreaterThan(ringPercent(METRES, METRES) / 2);
    expect(distance).toBeLessThan(40);
  });

  test("nobody covers the middle, not even who lives above the canteen", () => {
    for (const thing of [away(0), away(3), away(0, -3)]) {
      const [dot] = lay(thing);
      expect(Math.hypot((dot?.left ?? 0) - 50, (dot?.top ?? 0) - 50)).toBeGreaterThan(15);
    }
  });

  test("two that would cover each other are one dot, with the number of the nearer", () => {
    const [near, beside, apart] = [away(300), away(310, 20), away(-300)];
    expect(lay(near, beside, apart)).toMatchObject([
      { number: 1, things: [near, beside] },
      { number: 2, things: [apart] },
    ]);
  });

  test("however many there are, no two dots touch, all are inside, and nobody is lost", () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const random = randomFrom(seed);
      const things = Array.from({ length: 60 }, () => away(1_400 * (random() - 0.5), 1_400 * (random() - 0.5)));
      const dots = lay(...things);
      expect(dots.flatMap((dot) => dot.things)).toHaveLength(60);
      for (const [at, a] of dots.entries()) {
        expect(Math.min(a.left, a.top)).toBeGreaterThanOrEqual(10.5);
        expect(Math.max(a.left, a.top)).toBeLessThanOrEqual(89.5);
        for (const b of dots.slice(at + 1)) expect(Math.hypot(a.left - b.left, a.top - b.top)).toBeGreaterThan(20.8);
      }
    }
  });

  test.each([
    [100, 0, "北"],
    [100, 100, "东北"],
    [0, 100, "东"],
    [-100, 100, "东南"],
    [-100, 0, "南"],
    [-100, -100, "西南"],
    [0, -100, "西"],
    [100, -100, "西北"],
    [100, 30, "北"],
  ])("%d m north and %d m east is %s", (north, east, word) =>
    expect(directionOf(away(north, east).position, HOME)).toBe(word),
  );

  test("asks for a window that holds its rings", () => {
    expect(windowAround(HOME, 1_113.2)).toBe("113.867747,35.290000,113.892253,35.310000");
  });

  test("oneself is drawn where one is, also in the middle, and far away just outside the rings", () => {
    const spot = (north: number, east = 0) => spotOf(away(north, east).position, { center: HOME, metres: METRES });
    expect(spot(0)).toEqual({ left: 50, top: 50 });
    const radius = ringPercent(METRES, METRES) / 2;
    expect(spot(0, METRES)).toEqual({ left: Math.round(10 * (50 + radius)) / 10, top: 50 });
    const far = spot(600_000);
    expect(far).toEqual({ left: 50, top: 11 });
  });

  test.each([
    [away(40), "蓝圈里是您的位置，就在社区这里"],
    [away(250, 250), "蓝圈里是您的位置，在社区的东北边，大约\u00A0400\u00A0米"],
    [away(-53_200), "蓝圈里是您的位置，在社区的南边，大约\u00A053\u00A0公里"],
  ])("%j is said in words", ({ position }, words) => {
    expect(ownPlaceWords(position, HOME)).toBe(words);
  });
});
