import { addDays, weekday } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import { trusted } from "@server/core/db/trusted";
import { DishModel, type DishDocument } from "./dish.model";
import { MenuModel, type MenuDocument } from "./menu.model";

const DISHES_AT_MOST = 500;
const SITTINGS_A_WEEK = 21;

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: ServiceDate): ServiceDate => addDays(day, -((weekday(day) + 6) % 7));

/** A week of a care point's menus, closed ones among them, in the order in which they are eaten. */
export const findMenuWeek = (carePointId: string, monday: ServiceDate): Promise<MenuDocument[]> =>
  MenuModel.find({ carePointId, serviceDate: trusted({ $gte: monday, $lt: addDays(monday, 7) }) })
    .sort({ serviceDate: 1, servesFrom: 1 })
    .limit(SITTINGS_A_WEEK)
    .lean<MenuDocument[]>()
    .exec();

export const findDishList = (carePointId: string): Promise<DishDocument[]> =>
  DishModel.find({ carePointId }).sort({ name: 1 }).limit(DISHES_AT_MOST).lean<DishDocument[]>().exec();

export const findDishes = (ids: readonly string[]): Promise<DishDocument[]> =>
  DishModel.find({ _id: trusted({ $in: [...ids] }) })
    .limit(ids.length)
    .lean<DishDocument[]>()
    .exec();

export const findMenuOfPlan = (key: string): Promise<MenuDocument | null> =>
  MenuModel.findOne({ "plan.key": trusted({ $eq: key, $exists: true }) })
    .lean<MenuDocument>()
    .exec();
