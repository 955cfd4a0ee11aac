/** One measured thing with its gate or goal of performance.md. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  /** One value a round, or the only one. */
  readonly values: readonly number[];
  /** Highest value that passes, by the median. Absent: only printed. */
  readonly limit?: number;
  /** Whether a median over the limit fails the run, or only warns. */
  readonly gates?: boolean;
  /** What stands beside it. */
  readonly note?: string;
}

export type Verdict = "ok" | "RED" | "warn" | "printed";

export const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = NaN, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
};

export function verdictOf({ values, limit, gates = true }: Figure): Verdict {
  if (limit === undefined) return "printed";
  if (medianOf(values) <= limit) return "ok";
  return gates ? "RED" : "warn";
}

/** Three digits that say something: 1.23, 12.3, 123. */
export const inWords = (value: number): string =>
  Number.isInteger(value) || value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);

/** A figure as cells: id, what, median, min to max, limit, verdict, note. */
export function cellsOf(figure: Figure): string[] {
  const { id, what, unit, values, limit, gates = true, note = "" } = figure;
  const spread = values.length > 1 ? `${inWords(Math.min(...values))}–${inWords(Math.max(...values))}` : "";
  const bound = limit === undefined ? "" : `${gates ? "gate" : "warn above"} ${inWords(limit)}`;
  return [id, what, `${inWords(medianOf(values))} ${unit}`, spread, bound, verdictOf(figure), note];
}
