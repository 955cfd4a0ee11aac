import { randomInt } from "node:crypto";
import { againOnConflict } from "../db/again-on-conflict";
import { isDuplicateKey } from "../db/duplicate-key";
import { trusted } from "../db/trusted";
import { newId } from "../ids";
import { findInTheWay, judge } from "./find-unit";
import type { ClaimOutcome } from "./outcome";
import { refuse } from "./refuse";
import { isSoldOut, noteScarcity } from "./scarcity";
import type { UnitFields, UnitModel } from "./unit.model";

const TRIES = 3;

interface Claim<Held> {
  readonly bookingId: string;
  readonly fingerprint: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** End of the hour in which it is asked for: afterwards the refusal says so. */
  readonly closesAt: number;
  /** Conditions in the place of "before the cut-off", for a claim that is made at another hour. */
  readonly window?: Readonly<Record<string, unknown>>;
  /** Which units will do: equalities that the index over `seat` begins with. */
  readonly among: Readonly<Record<string, string>>;
  /** How many units there were made; where to begin is drawn from it. */
  readonly seats: number;
  /** What a person can hold once: equalities under a unique index over active units. */
  readonly holder: Readonly<Partial<Record<keyof Held, string>>>;
  readonly held: Held;
  /** The first state, and codes: drawn afresh at each try, for a unique index may refuse one. */
  readonly fresh: () => Readonly<Record<string, unknown>>;
  readonly event: { readonly type: string; readonly [detail: string]: unknown };
  /** The domain's fields on a refusal. */
  readonly about: Readonly<Record<string, unknown>>;
}

/**
 * Claims one free unit for a booking by one conditional update (reliability: R-B1, R-B2, R-B3, R-B6). Any number of
 * repeats of a request, at once or late, have one effect and one answer. Nothing is decided by what was read before the
 * request: a yes by the update itself, a no by a search or a look that began after it.
 */
export async function claimUnit<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  claim: Claim<Held>,
): Promise<ClaimOutcome<Held, Unit>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const unit = await tryClaim(units, claim);
    if (unit === "refused_by_index") {
      const known = await explainDuplicate(units, claim);
      if (known) return known;
    } else if (unit) return { outcome: "claimed", unit };
    else return refuse(units, { ...claim, refused: { outcome: "refused", reason: reasonOf(claim) } });
  }
  return { outcome: "undecided" };
}

const reasonOf = ({ now, closesAt }: Pick<Claim<object>, "now" | "closesAt">) =>
  now < closesAt ? "nothing_free" : "past_cut_off";

/** Null when nothing is free. */
async function tryClaim<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  claim: Claim<Held>,
): Promise<Unit | null | "refused_by_index"> {
  try {
    return await search(units, claim);
  } catch (error) {
    if (isDuplicateKey(error)) return "refused_by_index";
    throw error;
  }
}

/** From a random seat upwards, then once from the first: callers at the same moment do not all want the same unit. */
async function search<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  claim: Claim<Held>,
): Promise<Unit | null> {
  const wanted = { collection: units.collection, among: claim.among };
  if (await isSoldOut(wanted)) return null;
  const start = randomInt(Math.max(1, claim.seats));
  const unit = await takeFrom({ units, claim, seat: start });
  if (unit || (await isSoldOut(wanted))) return unit;
  noteScarcity(wanted);
  return start > 0 ? takeFrom({ units, claim, seat: 0 }) : null;
}

interface Taking<Held extends object, Unit extends UnitFields<Held>> {
  readonly units: UnitModel<Unit>;
  readonly claim: Claim<Held>;
  readonly seat: number;
}

function takeFrom<Held extends object, Unit extends UnitFields<Held>>({ units, claim, seat }: Taking<Held, Unit>) {
  const { bookingId, fingerprint, now, among, held, fresh, event, window = {} } = claim;
  const filter = {
    ...among,
    seat: trusted({ $gte: seat, $exists: true }),
    active: trusted({ $exists: false }),
    withdrawn: trusted({ $exists: false }),
    closesAt: trusted({ $gt: new Date(now) }),
    // The unique index does not compare inside one document: a late retry must not take its own old unit.
    keys: trusted({ $ne: bookingId }),
    ...window,
  };
  const update = {
    $set: { ...held, ...fresh(), bookingId, fingerprint, active: true, settled: true },
    $push: { keys: bookingId, outbox: { id: newId(), ...event } },
  };
  const options = { returnDocument: "after", sort: { seat: 1 } } as const;
  return againOnConflict(() =>
    units
      .findOneAndUpdate(filter as never, update, options)
      .lean<Unit>()
      .exec(),
  );
}

/** A unique index refused the claim. Either the key is known, or the person holds another unit, or it was only a code. */
async function explainDuplicate<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  claim: Claim<Held>,
): Promise<ClaimOutcome<Held, Unit> | null> {
  const { known, other } = await findInTheWay<Held, Unit>(units, claim);
  if (known) return judge<Held, Unit>(known, claim);
  if (other?.bookingId === undefined) return null;
  const refused = { outcome: "refused", reason: "holds_another", existing: other.bookingId } as const;
  return refuse<Held, Unit>(units, { ...claim, refused });
}
