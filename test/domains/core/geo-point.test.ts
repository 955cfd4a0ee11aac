import { describe, expect, test } from "@jest/globals";
import type { Datum } from "@shared/core/datum";
import { toGcj02, toGeoPoint, toPosition, toWgs84, type Position } from "@server/core/geo-point";

/** 天安门, as a satellite, 高德 and 百度 give it: the pairs of gcoord's own reference. */
const SATELLITE = { latitude: 39.915, longitude: 116.404 };
const AMAP = { latitude: 39.916404, longitude: 116.410244 };
const BAIDU = { latitude: 39.922699, longitude: 116.416613 };

/** About eleven metres. */
const near = (position: Position) =>
  [position.latitude, position.longitude].map((degrees) => Math.round(degrees * 10_000) / 10_000);

describe("positions", () => {
  test("go to GeoJSON and back, longitude first", () => {
    expect(toGeoPoint(SATELLITE)).toEqual({ type: "Point", coordinates: [116.404, 39.915] });
    expect(toPosition(toGeoPoint(SATELLITE))).toEqual(SATELLITE);
  });

  test.each<[Datum, Position]>([
    ["wgs84", SATELLITE],
    ["gcj02", AMAP],
    ["bd09", BAIDU],
  ])("read from a map in %s they mean the same place", (datum, position) => {
    expect(near(toWgs84({ position, datum }))).toEqual(near(SATELLITE));
  });

  test("maps of China shift them, there and back within a metre", () => {
    expect(near(toGcj02(SATELLITE))).toEqual(near(AMAP));
    const back = toWgs84({ position: toGcj02(SATELLITE), datum: "gcj02" });
    expect(Math.abs(back.latitude - SATELLITE.latitude)).toBeLessThan(0.00001);
    expect(Math.abs(back.longitude - SATELLITE.longitude)).toBeLessThan(0.00001);
  });

  test("outside China, the date line and the poles among them, nothing is shifted", () => {
    for (const position of [
      { latitude: 48.8584, longitude: 2.2945 },
      { latitude: 0, longitude: 180 },
      { latitude: 0, longitude: -180 },
      { latitude: 90, longitude: 0 },
    ])
      expect(toWgs84({ position, datum: "gcj02" })).toEqual(position);
  });
});
