import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/meals/pages";
const workbench = "domains/meals/workbench";

/** Only a browser prints. */
const printed = process.env.TARO_ENV === "h5" ? ["roster-print/index"] : [];

export const mealsRoutes: readonly PageRoutes[] = [
  { root, pages: ["menu/index", "booking/index"] },
  { root: workbench, pages: ["counter/index", "phone-order/index", "menu-week/index", ...printed] },
];

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

/** Where somebody works, as the pages of the workbench are told it. */
export interface Workplace {
  readonly carePointId: string;
  readonly carePointName: string;
  /** Plans menus, too: its pages then show the way there. The server decides. */
  readonly isManager: boolean;
}

const placed = (page: string, { carePointId, carePointName, isManager }: Workplace, more = {}): string =>
  addressOf(`${workbench}/${page}/index`, {
    carePointId,
    carePointName,
    isManager: isManager ? "yes" : undefined,
    ...more,
  });

export const toCounter = (place: Workplace): string => placed("counter", place);
export const toPhoneOrder = (place: Workplace): string => placed("phone-order", place);
export const toMenuWeek = (place: Workplace): string => placed("menu-week", place);

/** @param serviceDate `YYYY-MM-DD` of the sittings to print */
export const toRosterPrint = (place: Workplace, serviceDate: string): string =>
  placed("roster-print", place, { serviceDate });
