import { trusted } from "../db/trusted";
import type { Known } from "./outcome";
import type { UnitFields, UnitModel } from "./unit.model";

/** Finds by a booking id that was ever used; names the index's own condition, so that every planner may use it. */
export const byKey = (bookingId: string) => ({ keys: trusted({ $eq: bookingId, $exists: true }) });

/** The unit or refusal that a booking id was ever used on. */
export async function findUnit<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  bookingId: string,
): Promise<Unit | null> {
  return units.findOne(byKey(bookingId) as never).lean<Unit>();
}

interface InTheWay<Unit> {
  /** Carries the key. */
  readonly known: Unit | undefined;
  /** Is held by the same person under another key. */
  readonly other: Unit | undefined;
}

/** What can keep a claim from its unit, in one command: the unit or refusal of its key, and what its holder holds. */
export async function findInTheWay<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  { bookingId, holder }: { readonly bookingId: string; readonly holder: object },
): Promise<InTheWay<Unit>> {
  const filter = { $or: [byKey(bookingId), { ...holder, active: true }] };
  const found = await units
    .find(filter as never)
    .limit(2)
    .lean<Unit[]>();
  const known = found.find(({ keys }) => keys?.includes(bookingId));
  return { known, other: found.find((unit) => unit !== known) };
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
