import { describe, expect, test } from "@jest/globals";
import { AppError } from "@server/core/app-error";
import { boundsAround, cellOf, readBounds, type MapBounds } from "@server/domains/care-points/map-bounds";

const metres = ({ west, south, east, north }: MapBounds) => ({
  high: (north - south) * 111_320,
  wide: (east - west) * 111_320 * Math.cos((((north + south) / 2) * Math.PI) / 180),
});
const whyRefused = (text: string): unknown => {
  try {
    return readBounds(text);
  } catch (error) {
    return error instanceof AppError ? [error.code, error.details.fields?.[0]?.message] : error;
  }
};

describe("a window of the map", () => {
  test("is read as the ground below it: some hundred metres from where the map draws it", () => {
    const { west, south, east, north } = readBounds("113.9,35.3,114,35.4");
    for (const [drawn, real] of [
      [113.9, west],
      [35.3, south],
      [114, east],
      [35.4, north],
    ] as const) {
      expect(Math.abs(drawn - real)).toBeGreaterThan(0.0001);
      expect(Math.abs(drawn - real)).toBeLessThan(0.01);
    }
  });

  test.each([
    ["113.9,95,114,96", "out_of_range"],
    ["113.9,-91,114,-90.5", "out_of_range"],
    ["179.5,10,180.5,10.5", "out_of_range"],
    // Longitude and latitude the wrong way round.
    ["35.3,113.9,35.4,114", "out_of_range"],
    ["114,35.3,113.9,35.4", "upside_down"],
    ["113.9,35.4,114,35.3", "upside_down"],
    ["113.9,35.3,113.9,35.3", "upside_down"],
    // Over the date line.
    ["179.9,10,-179.9,10.1", "upside_down"],
    ["113,35,114.1,35.5", "too_large"],
    ["113,35,113.5,36.1", "too_large"],
    ["-180,-90,180,90", "too_large"],
  ])("%s is refused: %s", (text, message) => expect(whyRefused(text)).toEqual(["invalid_request", message]));

  test.each(["179.5,10,180,10.5", "-180,-10,-179.5,-9.5", "0,89.5,1,90", "113,35,114,36"])(
    "%s is one, up to the end of the earth",
    (text) => expect(readBounds(text).west).toBeCloseTo(Number(text.split(",")[0]), 1),
  );

  test("around a position holds what lies so many metres away, northwards and eastwards alike", () => {
    for (const latitude of [0, 25, 35.3, 53]) {
      const { high, wide } = metres(boundsAround({ latitude, longitude: 113.9 }, 660));
      expect(high).toBeCloseTo(1_320, 0);
      expect(wide).toBeCloseTo(1_320, 0);
    }
  });

  test("around a position ends at the date line and at the pole", () => {
    expect(boundsAround({ latitude: 0, longitude: 179.999 }, 660).east).toBe(180);
    expect(boundsAround({ latitude: 0, longitude: -179.999 }, 660).west).toBe(-180);
    expect(boundsAround({ latitude: 90, longitude: 0 }, 660)).toMatchObject({ north: 90 });
    expect(boundsAround({ latitude: -90, longitude: 0 }, 660)).toMatchObject({ south: -90 });
  });
});

describe("the cell of a cluster", () => {
  test.each([0.002, 0.01, 0.03, 0.17, 0.5, 1])("four to eight stand along a side of %d degrees", (side) => {
    const cells = side / cellOf({ west: 113, south: 35, east: 113 + side, north: 35 + side / 2 });
    expect(cells).toBeGreaterThanOrEqual(2);
    expect(cells).toBeLessThanOrEqual(8);
  });

  test("falls into four when one looks twice as close, and stays where it is while the map is moved", () => {
    const far = { west: 113, south: 35, east: 113.4, north: 35.4 };
    const near = { west: 113.1, south: 35.1, east: 113.3, north: 35.3 };
    expect(cellOf(far)).toBe(cellOf(near) * 2);
    expect(cellOf({ ...far, west: 113.05, east: 113.45 })).toBe(cellOf(far));
    expect(Math.log2(360 / cellOf(far)) % 1).toBe(0);
  });
});
