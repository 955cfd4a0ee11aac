import { notFound, refusedField } from "@server/core/app-error";
import { isServedHere } from "./is-served-here";
import { findMenu } from "./meals.queries";
import type { WalkInWish } from "./walk-in";

/**
 * The menu and dish of a walk-in, and that its resident is one whom this care point serves.
 * @throws AppError not_found, invalid_request for a way of eating that is not offered
 */
export async function requireWalkIn({ menuId, dishId, mode, who }: WalkInWish, carePointId: string) {
  const menu = await findMenu(menuId);
  const dish = menu?.dishes.find(({ id }) => id === dishId);
  if (!menu || !dish || menu.carePointId !== carePointId) throw notFound();
  if (!menu.modes.includes(mode)) throw refusedField("body.mode", "not_offered");
  if (who.kind === "resident" && !(await isServedHere({ carePointId, residentId: who.residentId }))) throw notFound();
  return { menu, dish };
}
