import { isOrderingOpen } from "@shared/domains/meals/meals.rules";
import type { MenuDocument } from "./menu.model";

/** Whether a sitting takes orders at this moment: before its cut-off, and the kitchen has not closed it. */
export const isBookable = ({ closesAt, closed }: Pick<MenuDocument, "closesAt" | "closed">, now: number): boolean =>
  !closed && isOrderingOpen({ closesAt: closesAt.getTime(), now });
