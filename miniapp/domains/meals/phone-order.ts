import type { Dish } from "@shared/domains/meals/dish-shapes";
import type { Menu, ServingMode } from "@shared/domains/meals/meals.contract";
import type { Resident } from "@miniapp/domains/accounts/index";

/** What is ordered by phone, for whom, before it counts. */
export interface PhoneOrder {
  readonly resident: Resident;
  readonly menu: Menu;
  readonly dish: Dish;
  readonly mode: ServingMode;
}

/** The order with its pick-up code, which is read out. */
export interface PhoneBooking extends PhoneOrder {
  readonly code: string | null;
}
