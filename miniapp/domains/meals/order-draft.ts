import type { Menu, ServingMode } from "@shared/domains/meals/meals.contract";

/** What is chosen on a menu, and whether the last question is already being asked. */
export interface OrderDraft {
  readonly dishId: string | undefined;
  readonly mode: ServingMode;
  readonly isConfirming: boolean;
}

interface DraftOf {
  readonly menuId: string;
  /** For whom; null for a guest. */
  readonly elderId: string | null;
}

/** Under which name it is kept: one sitting, one person. */
export const orderDraftName = ({ menuId, elderId }: DraftOf): string => `order.${elderId ?? "guest"}.${menuId}`;

type Choices = Pick<Menu, "dishes" | "modes" | "isOpen">;

/**
 * The order as it was left, as far as the menu still has it: a dish that is off or sold out is not asked about again, and
 * nothing is once ordering is over.
 */
export function readOrder(kept: unknown, menu: Choices): OrderDraft {
  const draft = (kept ?? {}) as Partial<OrderDraft>;
  const dish = menu.dishes.find(({ id }) => id === draft.dishId);
  const isFree = dish !== undefined && dish.freeShown > 0;
  return {
    dishId: isFree ? dish.id : (menu.dishes.find(({ freeShown }) => freeShown > 0) ?? menu.dishes[0])?.id,
    mode: menu.modes.find((mode) => mode === draft.mode) ?? menu.modes[0] ?? "eat_in",
    isConfirming: draft.isConfirming === true && isFree && menu.isOpen,
  };
}
