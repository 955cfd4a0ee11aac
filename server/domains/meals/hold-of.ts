import type * as z from "zod/mini";
import type { mealsContract } from "@shared/domains/meals/meals.contract";
import type { MenuDish, MenuDocument } from "./menu.model";
import type { HeldPortion } from "./portion.model";

/** What the contract lets a person ask for. */
export type MealWish = z.infer<(typeof mealsContract)["endpoints"]["bookMeal"]["body"]>;

interface Choice {
  readonly menu: MenuDocument;
  readonly dish: MenuDish;
  readonly wish: MealWish;
  readonly actorId: string;
  /** Who the actor is to the elder, when he acts by a bond; null for staff. */
  readonly relation: HeldPortion["bookedAs"] | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a booking writes on its portion; the price is fixed here, line by line. */
export const holdOf = ({ menu, dish, wish, actorId, relation, now }: Choice): HeldPortion => ({
  elder: wish.elderId,
  date: menu.serviceDate,
  meal: menu.meal,
  mode: wish.mode,
  carePointId: menu.carePointId,
  dishName: dish.name,
  servesFrom: menu.servesFrom,
  priceLines: [{ label: "餐费", amountFen: dish.priceFen }],
  bookedBy: actorId,
  bookedAt: new Date(now),
  ...(relation ? { bookedAs: relation } : {}),
});
