import { EngineError } from "../errors";
import { isDocument, isNumeric, toNumber } from "../values/order";

/** A position in degrees. */
export interface Point {
  longitude: number;
  latitude: number;
}

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** MongoDB's radius of the earth, in metres. */
export const earthRadius = 6_378_100;

const levels = 24;
const cellBytes = 6;
const side = 2 ** levels;

function makePoint(longitude: unknown, latitude: unknown): Point | undefined {
  if (!isNumeric(longitude) || !isNumeric(latitude)) return undefined;
  const point = { longitude: toNumber(longitude), latitude: toNumber(latitude) };
  return Math.abs(point.longitude) <= 180 && Math.abs(point.latitude) <= 90 ? point : undefined;
}

/** Reads a GeoJSON point or a pair of numbers; anything else is undefined. */
export function readPoint(value: unknown): Point | undefined {
  if (Array.isArray(value)) return value.length >= 2 ? makePoint(value[0], value[1]) : undefined;
  if (!isDocument(value)) return undefined;
  if (value["type"] === "Point" && Array.isArray(value["coordinates"])) return readPoint(value["coordinates"]);
  const [first, second] = Object.values(value);
  return makePoint(first, second);
}

function gridStep(degrees: number, span: number): number {
  return Math.min(side - 1, Math.max(0, Math.floor(((degrees + span / 2) / span) * side)));
}

function interleave(x: number, y: number, bits: number): number {
  let code = 0;
  for (let bit = bits - 1; bit >= 0; bit -= 1) code = code * 4 + ((y >> bit) & 1) * 2 + ((x >> bit) & 1);
  return code;
}

function writeCell(code: number): Buffer {
  const bytes = Buffer.allocUnsafe(cellBytes);
  bytes.writeUIntBE(code, 0, cellBytes);
  return bytes;
}

/** The index key of a point: its cell of about two metres, so that near points have near keys. */
export function cellOf(value: unknown): Buffer {
  const point = readPoint(value);
  if (point === undefined) throw new EngineError(16755, "Can't extract geo keys: only points can be indexed");
  return writeCell(interleave(gridStep(point.longitude, 360), gridStep(point.latitude, 180), levels));
}

function splitAtDateLine(box: Box): Box[] {
  if (box.east - box.west >= 360) return [{ ...box, west: -180, east: 180 }];
  if (box.west < -180)
    return [
      { ...box, west: box.west + 360, east: 180 },
      { ...box, west: -180 },
    ];
  if (box.east > 180)
    return [
      { ...box, east: 180 },
      { ...box, west: -180, east: box.east - 360 },
    ];
  return [box];
}

function coverPart(box: Box): { start: Buffer; end: Buffer }[] {
  const [left, right] = [gridStep(box.west, 360), gridStep(box.east, 360)];
  const [bottom, top] = [gridStep(box.south, 180), gridStep(box.north, 180)];
  const spread = Math.max(right - left, top - bottom, 1);
  const shift = Math.max(0, Math.ceil(Math.log2(spread)) - 2);
  const cells: number[] = [];
  for (let x = left >> shift; x <= right >> shift; x += 1) {
    for (let y = bottom >> shift; y <= top >> shift; y += 1) cells.push(interleave(x, y, levels - shift));
  }
  const width = 4 ** shift;
  return cells
    .sort((a, b) => a - b)
    .map((cell) => ({
      start: writeCell(cell * width),
      end: writeCell(Math.min((cell + 1) * width - 1, side ** 2 - 1)),
    }));
}

/** Ranges of cells (both ends included) that cover a box. */
export function coverBox(box: Box): { start: Buffer; end: Buffer }[] {
  return splitAtDateLine(box).flatMap(coverPart);
}

/** The box that holds every point within a distance in metres. */
export function boxAround(center: Point, metres: number): Box {
  const reach = (metres / earthRadius) * (180 / Math.PI) + 1e-9;
  const south = Math.max(-90, center.latitude - reach);
  const north = Math.min(90, center.latitude + reach);
  if (south === -90 || north === 90 || reach >= 90) return { west: -180, east: 180, south, north };
  const radians = Math.PI / 180;
  const widest = Math.asin(Math.min(1, Math.sin(reach * radians) / Math.cos(center.latitude * radians)));
  const spread = widest / radians + 1e-9;
  return { west: center.longitude - spread, east: center.longitude + spread, south, north };
}

/** Distance over the sphere, in metres. */
export function distanceBetween(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const latitudes = Math.sin(((b.latitude - a.latitude) * radians) / 2) ** 2;
  const longitudes = Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2;
  const cosines = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians);
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(latitudes + cosines * longitudes)));
}
