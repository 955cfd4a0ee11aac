import gcoord from "gcoord";
import type { Datum } from "@shared/core/datum";

/** Where something lies, degrees; WGS-84 where nothing else is said. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A position as GeoJSON writes it: longitude first. */
export interface GeoPoint {
  readonly type: "Point";
  readonly coordinates: readonly [longitude: number, latitude: number];
}

const SYSTEMS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;
type System = (typeof SYSTEMS)[Datum];

/** Degrees, from GeoJSON. */
export const toPosition = ({ coordinates: [longitude, latitude] }: GeoPoint): Position => ({ latitude, longitude });

/** GeoJSON, from degrees. */
export const toGeoPoint = ({ latitude, longitude }: Position): GeoPoint => ({
  type: "Point",
  coordinates: [longitude, latitude],
});

/**
 * A position read from some map, as a satellite finds it. Maps in China shift the ground by up to some 600 m; outside
 * China nothing is shifted. Good to a tenth of a metre.
 */
export const toWgs84 = ({ position, datum }: { readonly position: Position; readonly datum: Datum }): Position =>
  shift({ position, from: SYSTEMS[datum], to: SYSTEMS.wgs84 });

/** A position found by satellite, as 腾讯's and 高德's maps draw it: shifted by up to some 600 m. */
export const toGcj02 = (position: Position): Position => shift({ position, from: SYSTEMS.wgs84, to: SYSTEMS.gcj02 });

interface Shift {
  readonly position: Position;
  readonly from: System;
  readonly to: System;
}

function shift({ position: { latitude, longitude }, from, to }: Shift): Position {
  const [east, north] = gcoord.transform([longitude, latitude], from, to);
  return { latitude: toDecimetre(north), longitude: toDecimetre(east) };
}

/** Six digits are a tenth of a metre. */
const toDecimetre = (degrees: number): number => Number(degrees.toFixed(6));
