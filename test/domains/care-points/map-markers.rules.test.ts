import { describe, expect, test } from "@jest/globals";
import type { CarePointMap, MapPoint } from "@shared/domains/care-points/care-point-map.contract";
import { markersOf } from "@miniapp/domains/care-points/map-markers";

const where = {
  position: { latitude: 35.3, longitude: 113.88 },
  mapPosition: { latitude: 35.299, longitude: 113.886 },
};
const point = (n: number, isOpenNow = true): MapPoint => ({
  id: `point-${n}`,
  name: `第${n}社区食堂`,
  services: ["meals"],
  isOpenNow,
  openLabel: "",
  freshness: "current",
  distanceMetres: n,
  walkMinutes: 1,
  ...where,
});
const marks = (map: Partial<CarePointMap>, isLarge = false, own: Parameters<typeof markersOf>[1]["own"] = null) =>
  markersOf({ points: [], clusters: [], ...map }, { isLarge, own });

describe("marks on WeChat's map", () => {
  test("lie where that map has the ground, with the name of the place", () => {
    const [mark] = marks({ points: [point(1)] });
    expect(mark).toMatchObject({ id: 0, ...where.mapPosition, callout: { content: "第1社区食堂", display: "ALWAYS" } });
  });

  test("a closed place says so in words, not only by its colour", () => {
    const [open, closed] = marks({ points: [point(1), point(2, false)] });
    expect(closed?.callout?.content).toBe("第2社区食堂（没开门）");
    expect(closed?.callout?.bgColor).not.toBe(open?.callout?.bgColor);
  });

  test("only the nearest wear their names, fewer in large type", () => {
    const points = Array.from({ length: 60 }, (_, n) => point(n));
    const named = (isLarge: boolean) => marks({ points }, isLarge).filter(({ callout }) => callout).length;
    expect([named(false), named(true)]).toEqual([8, 4]);
    expect(JSON.stringify(marks({ points })).length).toBeLessThan(16_000);
  });

  test("each says its name, also where none is drawn", () => {
    const all = marks({ points: Array.from({ length: 20 }, (_, n) => point(n)), clusters: [{ count: 3, ...where }] });
    expect(all.map(({ ariaLabel }) => ariaLabel).filter((label) => !label)).toEqual([]);
    expect(all[19]?.ariaLabel).toBe("第19社区食堂");
  });

  test("clusters follow the points, each with its count", () => {
    const all = marks({ points: [point(1)], clusters: [{ count: 12, ...where }] });
    expect(all.map(({ id, callout }) => [id, callout?.content])).toEqual([
      [0, "第1社区食堂"],
      [1, "12 处"],
    ]);
  });

  test("oneself comes last, by another mark, and only once one has asked", () => {
    const own = { latitude: 35.31, longitude: 113.9 };
    const all = marks({ points: [point(1)], clusters: [{ count: 12, ...where }] }, false, own);
    expect(all[2]).toMatchObject({ id: 2, ...own, ariaLabel: "我在这附近", callout: { content: "我在这附近" } });
    expect(all[2]?.iconPath).not.toBe(all[0]?.iconPath);
    expect(marks({ points: [point(1)] })).toHaveLength(1);
  });
});
