import { EngineError, unsupported } from "../errors";
import { boxAround, distanceBetween, earthRadius, readPoint, type Box, type Point } from "../store/geo-cells";
import type { Document } from "../values/decode";
import { isDocument, isNumeric, toNumber } from "../values/order";
import { checkNames } from "./known-names";

/** What `$near` and `$nearSphere` ask for; distances in metres. */
export interface Near {
  center: Point;
  minDistance: number;
  maxDistance: number;
}

export const nearOperators: ReadonlySet<string> = new Set(["$near", "$nearSphere"]);

/** A region: a test for a point, and a box around it. */
export interface Region {
  contains: (point: Point) => boolean;
  box: Box;
  /** False for flat shapes, which a 2dsphere index does not serve. */
  onSphere: boolean;
}

export function readDistance(name: string, value: unknown, missing: number): number {
  if (value === undefined) return missing;
  const distance = isNumeric(value) ? toNumber(value) : Number.NaN;
  if (!(distance >= 0)) throw new EngineError(2, `${name} must be a non-negative number`);
  return distance;
}

/** Reads `{ $near: { $geometry, $maxDistance, $minDistance } }`, or `$nearSphere` with a pair of numbers and radians. */
export function readNear(operator: string, operators: Document): Near {
  const operand = operators[operator];
  if (isDocument(operand) && "$geometry" in operand) {
    checkNames(operator, operand, ["$geometry", "$minDistance", "$maxDistance"]);
    const center = readPoint(operand["$geometry"]);
    if (center === undefined) throw new EngineError(2, `${operator} needs a point`);
    return {
      center,
      minDistance: readDistance("$minDistance", operand["$minDistance"], 0),
      maxDistance: readDistance("$maxDistance", operand["$maxDistance"], Infinity),
    };
  }
  const center = readPoint(operand);
  if (center === undefined) throw new EngineError(2, `${operator} needs a point`);
  if (operator === "$near" && Array.isArray(operand)) throw unsupported("$near on flat coordinates");
  const scale = Array.isArray(operand) ? earthRadius : 1;
  return {
    center,
    minDistance: readDistance("$minDistance", operators["$minDistance"], 0) * scale,
    maxDistance: readDistance("$maxDistance", operators["$maxDistance"], Infinity) * scale,
  };
}

function readPoints(value: unknown): Point[] {
  if (!Array.isArray(value)) throw new EngineError(2, "a geometry needs an array of positions");
  return value.map((pair: unknown) => {
    const point = readPoint(pair);
    if (point === undefined) throw new EngineError(2, "a geometry needs longitude and latitude in degrees");
    return point;
  });
}

function boxOf(points: readonly Point[], margin: number): Box {
  const longitudes = points.map((point) => point.longitude);
  const latitudes = points.map((point) => point.latitude);
  return {
    west: Math.min(...longitudes) - margin,
    east: Math.max(...longitudes) + margin,
    south: Math.max(-90, Math.min(...latitudes) - margin),
    north: Math.min(90, Math.max(...latitudes) + margin),
  };
}

function bearing(from: Point, to: Point): number {
  const radians = Math.PI / 180;
  const turn = (to.longitude - from.longitude) * radians;
  const [start, end] = [from.latitude * radians, to.latitude * radians];
  return Math.atan2(
    Math.sin(turn) * Math.cos(end),
    Math.cos(start) * Math.sin(end) - Math.sin(start) * Math.cos(end) * Math.cos(turn),
  );
}

/** A point is inside a ring when the directions to its corners go once around. */
function ringContains(ring: readonly Point[], point: Point): boolean {
  if (ring.some((corner) => corner.longitude === point.longitude && corner.latitude === point.latitude)) return true;
  let turned = 0;
  for (const [index, corner] of ring.entries()) {
    const next = ring[(index + 1) % ring.length] ?? corner;
    const angle = bearing(point, next) - bearing(point, corner);
    turned += angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
  }
  return Math.abs(turned) > Math.PI;
}

function flatRingContains(ring: readonly Point[], point: Point): boolean {
  let inside = false;
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a;
    if (a.latitude > point.latitude === b.latitude > point.latitude) continue;
    const share = (point.latitude - a.latitude) / (b.latitude - a.latitude);
    if (point.longitude < a.longitude + share * (b.longitude - a.longitude)) inside = !inside;
  }
  return inside;
}

function polygonRegion(rings: unknown): Region {
  if (!Array.isArray(rings) || rings.length === 0) throw new EngineError(2, "Polygon has no loops");
  const [outer = [], ...holes] = rings.map(readRing);
  const box = boxOf(outer, 0);
  const bulge = ((box.east - box.west) ** 2 * 90) / 180 ** 2 + 1e-6;
  return {
    contains: (point) => ringContains(outer, point) && !holes.some((hole) => ringContains(hole, point)),
    box: { ...box, south: Math.max(-90, box.south - bulge), north: Math.min(90, box.north + bulge) },
    onSphere: true,
  };
}

function readRing(value: unknown): Point[] {
  const points = readPoints(value);
  const [first] = points;
  const last = points.at(-1);
  if (points.length < 4 || first?.longitude !== last?.longitude || first?.latitude !== last?.latitude) {
    throw new EngineError(2, "Loop is not closed, or has fewer than three different corners");
  }
  return points.slice(0, -1);
}

function geometryRegion(geometry: unknown): Region {
  if (!isDocument(geometry)) throw new EngineError(2, "$geometry needs a document");
  checkNames("$geometry", geometry, ["type", "coordinates"]);
  if (geometry["type"] === "Polygon") return polygonRegion(geometry["coordinates"]);
  if (geometry["type"] !== "MultiPolygon") throw unsupported(`$geometry of type ${String(geometry["type"])}`);
  const polygons = (geometry["coordinates"] as unknown[]).map(polygonRegion);
  const boxes = polygons.map((polygon) => polygon.box);
  return {
    contains: (point) => polygons.some((polygon) => polygon.contains(point)),
    box: {
      west: Math.min(...boxes.map((box) => box.west)),
      east: Math.max(...boxes.map((box) => box.east)),
      south: Math.min(...boxes.map((box) => box.south)),
      north: Math.max(...boxes.map((box) => box.north)),
    },
    onSphere: true,
  };
}

function circleRegion(operand: unknown): Region {
  const [position, radius] = Array.isArray(operand) ? (operand as unknown[]) : [];
  const center = readPoint(position);
  if (center === undefined) throw new EngineError(2, "$centerSphere needs a point and a radius");
  const metres = readDistance("the radius of $centerSphere", radius ?? Number.NaN, 0) * earthRadius;
  return {
    contains: (point) => distanceBetween(center, point) <= metres,
    box: boxAround(center, metres),
    onSphere: true,
  };
}

function flatBoxRegion(operand: unknown): Region {
  const box = boxOf(readPoints(operand), 0);
  const inside = (value: number, low: number, high: number): boolean => value >= low && value <= high;
  return {
    contains: ({ longitude, latitude }) =>
      inside(longitude, box.west, box.east) && inside(latitude, box.south, box.north),
    box,
    onSphere: false,
  };
}

/** Reads the operand of `$geoWithin`. */
export function readRegion(operand: unknown): Region {
  const [[shape, value] = [], ...others] = isDocument(operand) ? Object.entries(operand) : [];
  if (others.length > 0) throw new EngineError(2, `$geoWithin takes one shape, not also ${String(others[0]?.[0])}`);
  switch (shape) {
    case "$geometry":
      return geometryRegion(value);
    case "$centerSphere":
      return circleRegion(value);
    case "$box":
      return flatBoxRegion(value);
    case "$polygon": {
      const ring = readPoints(value);
      return { contains: (point) => flatRingContains(ring, point), box: boxOf(ring, 0), onSphere: false };
    }
    default:
      throw unsupported(`$geoWithin with ${String(shape)}`);
  }
}

export function withinTest(operand: unknown): (found: unknown) => boolean {
  const region = readRegion(operand);
  return (found) => {
    const point = found === undefined || found === null ? undefined : readPoint(found);
    return point !== undefined && region.contains(point);
  };
}
