import { notFound } from "@server/core/app-error";
import { findHeld } from "./meal-counter.queries";
import { findBooking, findMenu } from "./meals.queries";

/** What a booking holds now, and where. @throws AppError not_found when it ended or never was */
export async function loadHeld(bookingId: string) {
  const portion = await findHeld(bookingId);
  if (!portion) throw notFound();
  return { portion, at: { carePointId: portion.carePointId ?? "" } };
}

/** A booking, standing or ended. @throws AppError not_found */
export async function loadBooking(bookingId: string) {
  const found = await findBooking(bookingId);
  if (!found) throw notFound();
  return found;
}

/** @throws AppError not_found */
export async function loadMenu(menuId: string) {
  const menu = await findMenu(menuId);
  if (!menu) throw notFound();
  return menu;
}
