import { againOnConflict } from "../db/again-on-conflict";
import { isDuplicateKey } from "../db/duplicate-key";
import { insertInCrowd, type InsertInCrowd } from "../db/insert-in-crowd";
import { newId } from "../ids";
import { byKey, judge } from "./find-unit";
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
 * (R-B6). When the key is known already, what it knows is the answer: one command writes or finds, and the unique index
 * over the keys decides between copies that write at once.
 */
export async function refuse<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  refusal: Refusal,
): Promise<Known<Held, Unit>> {
  const document = documentOf(refusal) as unknown as Unit;
  const write = () => againOnConflict(() => insertOrFind<Held, Unit>(units, document, refusal.bookingId));
  const standing = await crowdOf(units)(document, () =>
    write().catch((error: unknown) => {
      // A copy of this request was written in the same moment. Keys stay for days at least: now it is found.
      if (isDuplicateKey(error)) return write();
      throw error;
    }),
  );
  return judge<Held, Unit>(standing, refusal);
}

/** A rush for what is sold out is hundreds of refusals at once. */
const crowds = new WeakMap<object, unknown>();

function crowdOf<Unit>(units: UnitModel<Unit>): InsertInCrowd<Unit> {
  const crowd = (crowds.get(units) as InsertInCrowd<Unit> | undefined) ?? insertInCrowd(units);
  crowds.set(units, crowd);
  return crowd;
}

const documentOf = ({ bookingId, fingerprint, now, about, refused }: Refusal) => ({
  ...about,
  _id: newId(),
  kind: "refusal",
  keys: [bookingId],
  fingerprint,
  reason: refused.reason,
  at: new Date(now),
  ...(refused.existing ? { existing: refused.existing } : {}),
});

const insertOrFind = <Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  document: object,
  bookingId: string,
): Promise<Unit> =>
  units
    .findOneAndUpdate(byKey(bookingId) as never, { $setOnInsert: document }, { upsert: true, returnDocument: "after" })
    .lean<Unit>()
    .orFail()
    .exec();
