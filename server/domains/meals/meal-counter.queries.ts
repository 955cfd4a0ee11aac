import type { ServiceDate } from "@shared/core/primitives";
import { trusted } from "@server/core/db/trusted";
import { byKey } from "@server/core/units/find-unit";
import { CALLED_OFF } from "./called-off";
import { MenuModel, type MenuDocument } from "./menu.model";
import { PortionModel, type PortionDocument } from "./portion.model";

/** As many portions as the largest sitting can have: twenty dishes. */
const ROSTER_AT_MOST = 20_000;

/** The portion that a booking holds now, whatever its state; null when it ended or never was. */
export const findHeld = (bookingId: string): Promise<PortionDocument | null> =>
  PortionModel.findOne({ ...byKey(bookingId), bookingId, active: true })
    .lean<PortionDocument>()
    .exec();

interface TypedCode {
  /** Ids of the day's sittings. */
  readonly sittings: readonly string[];
  readonly code: string;
}

/** The portion that a code means: where two sittings of a day know it, one not yet handed out, the earlier first. */
export async function findByCode({ sittings, code }: TypedCode): Promise<PortionDocument | null> {
  const known = await PortionModel.find({ sitting: trusted({ $in: [...sittings] }), code, active: true })
    .sort({ servesUntil: 1 })
    .limit(sittings.length)
    .lean<PortionDocument[]>();
  return known.find(({ state }) => state !== "served") ?? known[0] ?? null;
}

/** Every portion of a sitting that somebody holds or ate. */
export const findRoster = (menuId: string): Promise<PortionDocument[]> =>
  PortionModel.find({ sitting: menuId, seat: trusted({ $exists: true }), active: true })
    .limit(ROSTER_AT_MOST)
    .lean<PortionDocument[]>()
    .exec();

/** What a care point cooks on a day. */
export const findMenusOfDay = (carePointId: string, serviceDate: ServiceDate): Promise<MenuDocument[]> =>
  MenuModel.find({ carePointId, serviceDate, unplanned: trusted({ $exists: false }) })
    .sort({ servesFrom: 1 })
    .limit(3)
    .lean<MenuDocument[]>()
    .exec();

/** So many portions of a dish stand alike. */
export interface PortionGroup {
  readonly _id: {
    readonly sitting: string;
    readonly dish: string;
    readonly mode?: string;
    readonly state?: string;
    readonly withdrawn?: boolean;
  };
  readonly count: number;
}

/** The portions of sittings counted by dish, way of eating and state; one command. */
export const countPortionsOf = (menuIds: readonly string[]): Promise<PortionGroup[]> =>
  PortionModel.aggregate<PortionGroup>([
    { $match: { sitting: { $in: [...menuIds] }, seat: { $exists: true } } },
    {
      $group: {
        _id: { sitting: "$sitting", dish: "$dish", mode: "$mode", state: "$state", withdrawn: "$withdrawn" },
        count: { $sum: 1 },
      },
    },
  ]).exec();

/** How many portions of a dish are held or were eaten. */
export const countHeld = ({ menuId, dishId }: { readonly menuId: string; readonly dishId: string }): Promise<number> =>
  PortionModel.countDocuments({
    sitting: menuId,
    dish: dishId,
    seat: trusted({ $exists: true }),
    active: true,
  }).exec();

/** How many bookings of sittings the kitchen cancelled. */
export const countCalledOff = (menuIds: readonly string[]): Promise<number> =>
  PortionModel.countDocuments({
    sitting: trusted({ $in: [...menuIds] }),
    seat: trusted({ $exists: true }),
    "past.how": CALLED_OFF,
  }).exec();
