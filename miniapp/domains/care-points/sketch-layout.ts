interface Position {
  readonly latitude: number;
  readonly longitude: number;
}
interface Placed {
  readonly position: Position;
}

/** A dot of the sketch with what lies there; `left` and `top` in hundredths of its sides. */
export interface SketchDot<Thing> {
  readonly number: number;
  readonly things: readonly Thing[];
  readonly left: number;
  readonly top: number;
}

const METRES_PER_DEGREE = 111_320;
/** The sketch shows so much more than the outermost ring: beyond it there is room for one row of dots. */
const ROOM = 1.45;
/** Of the sketch's side on the narrowest phone: a dot with the gap that a thumb needs. Nearer ones are one dot. */
const APART = 0.21;
/** No dot lies on the middle, and none in a corner, where north stands. */
const NEAREST_TO_MIDDLE = 0.16;
const FURTHEST_FROM_MIDDLE = 0.39;

interface Laying<Thing> {
  readonly center: Position;
  /** Straight line to the outermost ring. */
  readonly metres: number;
  /** Nearest first. */
  readonly things: readonly Thing[];
}

/**
 * Where dots stand on a sketch, north up: each in its direction and, inside the outermost ring, at its distance; what lies
 * beyond stands just outside the ring. Of places that would cover each other the nearer one's dot holds both. Numbers
 * follow the distance.
 */
export function laySketch<Thing extends Placed>({ center, metres, things }: Laying<Thing>): SketchDot<Thing>[] {
  const dots: { number: number; things: Thing[]; x: number; y: number }[] = [];
  for (const thing of things) {
    const { east, north } = offsetOf(thing.position, center);
    const spot = within({ x: east / (2 * ROOM * metres), y: -north / (2 * ROOM * metres) });
    const [closest] = [...dots].sort((a, b) => apart(a, spot) - apart(b, spot));
    if (closest && apart(closest, spot) < APART) closest.things.push(thing);
    else dots.push({ number: dots.length + 1, things: [thing], ...spot });
  }
  return dots.map(({ number, things: here, x, y }) => ({ number, things: here, left: percent(x), top: percent(y) }));
}

/** Where oneself stands on a sketch, at any place of it: beyond the outermost ring just outside of it. */
export function spotOf(position: Position, { center, metres }: Omit<Laying<never>, "things">) {
  const { east, north } = offsetOf(position, center);
  const { x, y } = { x: east / (2 * ROOM * metres), y: -north / (2 * ROOM * metres) };
  const shrunk = Math.min(1, FURTHEST_FROM_MIDDLE / Math.max(Math.hypot(x, y), Number.MIN_VALUE));
  return { left: percent(x * shrunk), top: percent(y * shrunk) };
}

/** How wide a ring is, in hundredths of the sketch's side. */
export const ringPercent = (ring: number, outermost: number): number => (100 * ring) / (ROOM * outermost);

const DIRECTIONS = ["北", "东北", "东", "东南", "南", "西南", "西", "西北"] as const;

/** In which direction something lies: "东北". */
export function directionOf(position: Position, center: Position): string {
  const { east, north } = offsetOf(position, center);
  const eighths = Math.round(Math.atan2(east, north) / (Math.PI / 4));
  return DIRECTIONS[(eighths + 8) % 8] ?? "";
}

/** The window of the map, as the server wants it, that holds the rings around a position. */
export function windowAround({ latitude, longitude }: Position, metres: number): string {
  const north = metres / METRES_PER_DEGREE;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  return [longitude - east, latitude - north, longitude + east, latitude + north]
    .map((one) => one.toFixed(6))
    .join(",");
}

/** Straight line, metres. */
export function metresFrom(position: Position, center: Position): number {
  const { east, north } = offsetOf(position, center);
  return Math.hypot(east, north);
}

/** Metres. */
function offsetOf(position: Position, center: Position) {
  const north = (position.latitude - center.latitude) * METRES_PER_DEGREE;
  const east = (position.longitude - center.longitude) * METRES_PER_DEGREE;
  return { north, east: east * Math.cos((center.latitude * Math.PI) / 180) };
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

const apart = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);

function within({ x, y }: Spot): Spot {
  const distance = Math.hypot(x, y);
  // Whoever lives above the canteen finds it northwards.
  if (distance === 0) return { x: 0, y: -NEAREST_TO_MIDDLE };
  const wanted = Math.min(FURTHEST_FROM_MIDDLE, Math.max(NEAREST_TO_MIDDLE, distance));
  return { x: (x * wanted) / distance, y: (y * wanted) / distance };
}

const percent = (from: number): number => Math.round(1_000 * (from + 0.5)) / 10;
