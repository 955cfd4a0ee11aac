import { againOnConflict } from "../db/again-on-conflict";
import { isDuplicateKey } from "../db/duplicate-key";
import { newId } from "../ids";
import { findUnit, judge } from "./find-unit";
import type { Known, Refused } from "./outcome";
import type { UnitFields, UnitModel } from "./unit.model";

interface Refusal {
  readonly bookingId: string;
  readonly fingerprint: string;
  readonly now: number;
  /** The domain's fields on the refusal. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly refused: Refused;
}

/**
 * Says no, and writes it down under the key, so that no delayed copy of the request becomes a booking nobody knows of
 * (R-B6). The unique index is the look-up: when the key is known already, what it knows is the answer.
 */
export async function refuse<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  { bookingId, fingerprint, now, about, refused }: Refusal,
): Promise<Known<Held, Unit>> {
  const { reason, existing } = refused;
  const document = {
    ...about,
    _id: newId(),
    kind: "refusal",
    keys: [bookingId],
    fingerprint,
    reason,
    at: new Date(now),
  };
  try {
    await againOnConflict(() => units.create([{ ...document, ...(existing ? { existing } : {}) }] as never));
    return refused;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const known = await findUnit(units, bookingId);
  // Keys stay for ever on units, and refusals for days: one that was there a moment ago is there.
  if (!known) throw new Error("a key that refused to be written twice was not found");
  return judge<Held, Unit>(known, { bookingId, fingerprint });
}
