import { trusted } from "../db/trusted";
import type { Known } from "./outcome";
import type { UnitFields, UnitModel } from "./unit.model";

/** The unit or refusal that a booking id was ever used on. */
export async function findUnit<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  bookingId: string,
): Promise<Unit | null> {
  // Names the index's own condition, so that every planner may use it.
  const filter = { keys: trusted({ $eq: bookingId, $exists: true }) };
  return units.findOne(filter as never).lean<Unit>();
}

interface Request {
  readonly bookingId: string;
  readonly fingerprint: string;
}

/** What a unit or refusal that carries a key says to a request under that key. */
export function judge<Held extends object, Unit extends UnitFields<Held>>(
  unit: Unit,
  { bookingId, fingerprint }: Request,
): Known<Held, Unit> {
  const past = unit.past?.find((ended) => ended.bookingId === bookingId);
  if ((past ?? unit).fingerprint !== fingerprint) return { outcome: "other_body" };
  if (past) return { outcome: "ended", unit, past };
  if (unit.reason === undefined) return { outcome: "found", unit };
  return { outcome: "refused", reason: unit.reason, ...(unit.existing ? { existing: unit.existing } : {}) };
}
