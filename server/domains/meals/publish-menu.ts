import type { Allergen, DietMark } from "@shared/domains/meals/dish-shapes";
import type { Meal, ServingMode } from "@shared/domains/meals/meals.contract";
import { instantAt } from "@shared/core/dates";
import { newId, stableId } from "@server/core/ids";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { createUnits } from "@server/core/units/create-units";
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

/**
 * Publishes the menu of a sitting with a document for every portion.
 *
 * A care point cooks a meal once a day: publishing it again changes nothing and gives back the menu that stands.
 * The portions are written before the menu, so that a menu that can be seen can be booked, and a publication that broke
 * off is finished by the next.
 */
export async function publishMenu(planned: PlannedMenu): Promise<MenuDocument> {
  const menu = toMenu(planned);
  const standing = await MenuModel.findById(menu._id).lean<MenuDocument>();
  if (standing) return standing;
  await createUnits(
    PortionModel,
    menu.dishes.flatMap((dish) => portionsOf(menu, dish)),
  );
  try {
    await MenuModel.create([menu]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return menu;
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
  Array.from({ length: portions }, (_, seat) => ({
    _id: newId(),
    sitting: menu._id,
    dish: id,
    seat,
    closesAt: menu.closesAt,
    servesUntil: servingEnd(menu),
  }));

/** The instant at which serving ends. */
export const servingEnd = ({ serviceDate, servesUntil }: Pick<MenuDocument, "serviceDate" | "servesUntil">): Date =>
  new Date(instantAt({ date: serviceDate, time: servesUntil }));
