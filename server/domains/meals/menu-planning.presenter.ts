import { addDays, businessDay } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { DishListEntry, PlannedDay, PlannedSitting } from "@shared/domains/meals/menu-planning.contract";
import { dateLabel, dayLabel } from "@server/core/calendar";
import type { DishDocument } from "./dish.model";
import type { MenuDocument } from "./menu.model";
import { presentClosing } from "./wire-labels";

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

export const presentSitting = (menu: MenuDocument, now: number): PlannedSitting => ({
  menuId: menu._id,
  serviceDate: menu.serviceDate,
  meal: menu.meal,
  servesFrom: menu.servesFrom,
  servesUntil: menu.servesUntil,
  ...presentClosing(menu.closesAt, now),
  modes: [...menu.modes],
  closedReason: menu.closed?.reason ?? null,
  dishes: menu.dishes.map(({ id, name, priceFen, portions, freeShown, soldOut }) => ({
    dishId: id,
    name,
    priceFen,
    portions,
    freeShown,
    isSoldOut: soldOut === true,
  })),
});

interface Week {
  /** The Monday. */
  readonly from: ServiceDate;
  /** In the order in which they are eaten. */
  readonly menus: readonly MenuDocument[];
  readonly now: number;
}

export const presentWeek = ({ from, menus, now }: Week): PlannedDay[] =>
  WEEK.map((ahead) => {
    const serviceDate = addDays(from, ahead);
    const own = menus.filter((menu) => menu.serviceDate === serviceDate);
    return {
      serviceDate,
      dayLabel: dayLabel({ date: serviceDate, today: businessDay(now) }),
      dateLabel: dateLabel(serviceDate),
      sittings: own.map((menu) => presentSitting(menu, now)),
    };
  });

export const presentListedDish = ({ _id, name, description, allergens, dietMarks, priceFen }: DishDocument) =>
  ({
    dishId: _id,
    name,
    description,
    allergens: [...allergens],
    dietMarks: [...dietMarks],
    priceFen,
  }) satisfies DishListEntry;
