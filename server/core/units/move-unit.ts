import { againOnConflict } from "../db/again-on-conflict";
import { newId } from "../ids";
import type { NewEvent } from "../outbox/outbox";
import type { UnitFields, UnitModel } from "./unit.model";

interface Move<Unit> {
  readonly unitId: string;
  readonly bookingId: string;
  /** The old state and the hour: without them nothing moves. */
  readonly from: Readonly<Record<string, unknown>>;
  readonly set: Partial<Unit>;
  readonly drop?: readonly (keyof Unit & string)[];
  readonly event: NewEvent;
}

/**
 * Takes a unit that stays with its booking from one state to another by one conditional update. Null when it is no
 * longer that booking's, or not in the state and hour that were demanded: whoever does it twice does it once.
 */
export function moveUnit<Held extends object, Unit extends UnitFields<Held>>(
  units: UnitModel<Unit>,
  { unitId, bookingId, from, set, drop = [], event }: Move<Unit>,
): Promise<Unit | null> {
  const filter = { ...from, _id: unitId, bookingId };
  const update = {
    $set: set,
    ...(drop.length > 0 ? { $unset: Object.fromEntries(drop.map((field) => [field, 1])) } : {}),
    $push: { outbox: { id: newId(), ...event } },
  };
  return againOnConflict(() =>
    units
      .findOneAndUpdate(filter as never, update as never, { returnDocument: "after" })
      .lean<Unit>()
      .exec(),
  );
}
