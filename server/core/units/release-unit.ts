import { againOnConflict } from "../db/again-on-conflict";
import { trusted } from "../db/trusted";
import { newId } from "../ids";
import type { UnitFields, UnitModel } from "./unit.model";

/** Which booking of which unit ends, how, and what is pushed with it. */
export interface Release<Held, Unit> {
  /** The unit as it was found; what it holds does not change while the booking does. */
  readonly unit: Unit;
  readonly bookingId: string;
  /** Only a booking in this state ends. */
  readonly state: string;
  /** The booking's own fields beside what it held, such as a code: taken off and not kept. */
  readonly drop: readonly (keyof Unit & string)[];
  readonly how: string;
  /** Who ends it. */
  readonly by: string;
  /** What that person is to the holder, when he acts for her. */
  readonly as?: string | undefined;
  readonly now: number;
  readonly event: { readonly type: string; readonly [detail: string]: unknown };
  readonly held: Held;
  /** Conditions in the place of "before the cut-off", and further ones. */
  readonly window?: Readonly<Record<string, unknown>>;
  /** What else the update writes, such as that the unit is withdrawn at once. */
  readonly set?: Partial<Unit>;
}

const BOOKING_FIELDS = ["bookingId", "fingerprint", "active", "settled", "state"] as const;

/**
 * Ends a booking, before the cut-off unless another window is named, by one conditional update: its unit is free, the
 * booking is past, its key stays on the unit (R-B4). Null when it was no longer as described, or the hour has passed.
 */
export async function releaseUnit<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  { unit, bookingId, state, drop, how, by, as, now, event, held, window, set }: Release<Held, Unit>,
): Promise<Unit | null> {
  const at = new Date(now);
  const beforeCutOff = { _id: unit._id, bookingId, state, settled: true, closesAt: trusted({ $gt: at }) };
  const filter = window ? { ...beforeCutOff, closesAt: trusted({ $exists: true }), ...window } : beforeCutOff;
  const acting = as === undefined ? {} : { as };
  const update = {
    ...(set ? { $set: set } : {}),
    $unset: Object.fromEntries([...Object.keys(held), ...BOOKING_FIELDS, ...drop].map((field) => [field, 1])),
    $push: {
      past: { ...held, bookingId, fingerprint: unit.fingerprint, how, by, ...acting, at },
      outbox: { id: newId(), ...event },
    },
  };
  const options = { returnDocument: "after" } as const;
  return againOnConflict(() =>
    units
      .findOneAndUpdate(filter as never, update as never, options)
      .lean<Unit>()
      .exec(),
  );
}
