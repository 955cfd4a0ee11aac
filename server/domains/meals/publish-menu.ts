import type { Allergen, DietMark } from "@shared/core/diet";
import type { Meal, ServingMode } from "@shared/domains/meals/meals.contract";
import { instantAt } from "@shared/core/dates";
import { newId, stableId } from "@server/core/ids";
import { isDuplicateKey, isOnlyDuplicates } from "@server/core/db/duplicate-key";
import { createUnits } from "@server/core/units/create-units";
import { DishModel } from "./dish.model";
import { menuPublished } from "./menu-event";
import { MenuModel, type MenuDish, type MenuDocument } from "./menu.model";
import { PortionModel, type PortionDocument } from "./portion.model";

export interface PlannedDish {
  readonly name: string;
  readonly description: string;
  readonly allergens: readonly Allergen[];
  readonly dietMarks: readonly DietMark[];
  readonly priceFen: number;
  readonly portions: number;
}

export interface PlannedMenu {
  readonly carePointId: string;
  readonly serviceDate: string;
  readonly meal: Meal;
  readonly servesFrom: string;
  readonly servesUntil: string;
  /** Epoch milliseconds. */
  readonly closesAt: number;
  readonly modes: readonly ServingMode[];
  readonly dishes: readonly PlannedDish[];
}

/** What else is written with a menu. */
export type PublishedWith = Pick<MenuDocument, "plan" | "fits" | "outbox">;

/**
 * Publishes the menu of a sitting with a document for every portion.
 *
 * A care point cooks a meal once a day: publishing it again changes nothing and gives back the menu that stands.
 * The portions are written before the menu, so that a menu that can be seen can be booked, and a publication that broke
 * off is finished by the next.
 */
export async function publishMenu(planned: PlannedMenu, extra: PublishedWith = {}): Promise<MenuDocument> {
  const menu = { ...toMenu(planned), ...extra, outbox: [menuPublished(planned), ...(extra.outbox ?? [])] };
  const standing = await MenuModel.findById(menu._id).lean<MenuDocument>();
  if (standing) return standing;
  await createUnits(
    PortionModel,
    menu.dishes.flatMap((dish) => portionsOf(menu, dish)),
  );
  await listDishes(menu);
  try {
    await MenuModel.create([menu]);
    return menu;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const winner = await MenuModel.findById(menu._id).lean<MenuDocument>();
    if (winner) return winner;
    throw error;
  }
}

/** Puts dishes that are not yet on the care point's list there, so that they can be planned again. */
async function listDishes({ carePointId, dishes }: MenuDocument): Promise<void> {
  await DishModel.bulkWrite(
    dishes.map(({ id, name, description, allergens, dietMarks, priceFen }) => ({
      updateOne: {
        filter: { _id: id },
        update: { $setOnInsert: { carePointId, name, description, allergens, dietMarks, priceFen } },
        upsert: true,
      },
    })) as never,
    { ordered: false },
  ).catch((error: unknown) => {
    // Two publications at once put the same dish there.
    if (!isOnlyDuplicates(error)) throw error;
  });
}

function toMenu({ closesAt, dishes, ...planned }: PlannedMenu): MenuDocument {
  const { carePointId, serviceDate, meal } = planned;
  return {
    ...planned,
    _id: stableId(carePointId, serviceDate, meal),
    closesAt: new Date(closesAt),
    dishes: dishes.map((dish) => ({ ...dish, id: stableId(carePointId, dish.name), freeShown: dish.portions })),
  };
}

const portionsOf = (menu: MenuDocument, { id, portions }: MenuDish): PortionDocument[] =>
  Array.from({ length: portions }, (_, seat) => portionAt({ menu, dishId: id, seat }));

interface Seat {
  readonly menu: MenuDocument;
  readonly dishId: string;
  /** From 0. */
  readonly seat: number;
}

/** A portion that nobody ever held. */
export const portionAt = ({ menu, dishId, seat }: Seat): PortionDocument => ({
  _id: newId(),
  sitting: menu._id,
  dish: dishId,
  seat,
  closesAt: menu.closesAt,
  servesUntil: servingEnd(menu),
});

/** The instant at which serving ends. */
export const servingEnd = ({ serviceDate, servesUntil }: Pick<MenuDocument, "serviceDate" | "servesUntil">): Date =>
  new Date(instantAt({ date: serviceDate, time: servesUntil }));
