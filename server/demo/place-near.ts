import type { Position } from "@server/core/geo-point";

const METRES_PER_DEGREE = 111_320;

interface Placing {
  readonly from: Position;
  /** How far away, in a straight line. */
  readonly metres: number;
  /** Which of its neighbours it is: each lies in another direction, so that no two stand on one spot. */
  readonly turn: number;
}

/** A position so many metres from another, to about a metre; the same every time. */
export function placeNear({ from, metres, turn }: Placing): Position {
  const bearing = turn * 2.4;
  const northwards = (metres * Math.cos(bearing)) / METRES_PER_DEGREE;
  const eastwards = (metres * Math.sin(bearing)) / METRES_PER_DEGREE / Math.cos((from.latitude * Math.PI) / 180);
  return { latitude: rounded(from.latitude + northwards), longitude: rounded(from.longitude + eastwards) };
}

const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;
