import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/meals/pages";

export const mealsRoutes: readonly PageRoutes[] = [{ root, pages: ["menu/index", "booking/index"] }];

interface MenuAddress {
  readonly carePointId: string;
  /** `YYYY-MM-DD`; without it the next open sitting. */
  readonly serviceDate?: string;
  readonly meal?: string;
}

export const toMenu = ({ carePointId, serviceDate, meal }: MenuAddress): string =>
  addressOf(`${root}/menu/index`, { carePointId, serviceDate, meal });

/** @param isNew the booking was made a moment ago: the page says 订好了 */
export const toBooking = ({ bookingId, isNew = false }: { bookingId: string; isNew?: boolean }): string =>
  addressOf(`${root}/booking/index`, { bookingId, isNew: isNew ? "yes" : undefined });
