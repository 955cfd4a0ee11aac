import type { Position } from "@server/core/geo-point";

/** Metres to one degree of latitude, a little less than on any model of the earth: a cell is rather too large. */
const METRES_PER_DEGREE = 110_000;

interface Grid<Thing> {
  /** All that lie within the grid's metres of a position, and some that lie further away. */
  around(position: Position): Thing[];
}

/**
 * Things by the cell they lie in, so that who looks around him reads nine cells and not the whole city.
 * @param withinMetres cells are at least so wide, at every latitude that occurs
 */
export function createGrid<Thing extends { readonly position: Position }>(
  things: readonly Thing[],
  withinMetres: number,
): Grid<Thing> {
  const height = withinMetres / METRES_PER_DEGREE;
  // Degrees of longitude are shortest furthest from the equator; a row beyond still looks into the last one.
  const furthest = things.reduce((most, { position }) => Math.max(most, Math.abs(position.latitude)), 0) + 2 * height;
  const width = height / Math.cos((furthest * Math.PI) / 180);
  const cellOf = ({ latitude, longitude }: Position) => ({
    row: Math.floor(latitude / height),
    column: Math.floor(longitude / width),
  });
  const cells = new Map<string, Thing[]>();
  for (const thing of things) {
    const { row, column } = cellOf(thing.position);
    const key = `${row}:${column}`;
    const cell = cells.get(key);
    if (cell) cell.push(thing);
    else cells.set(key, [thing]);
  }
  return {
    around: (position) => {
      const { row, column } = cellOf(position);
      const steps = [-1, 0, 1];
      return steps.flatMap((up) => steps.flatMap((right) => cells.get(`${row + up}:${column + right}`) ?? []));
    },
  };
}
