import type { mealsContract } from "@shared/domains/meals/meals.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Decision } from "@server/core/policy";

interface OfElder {
  readonly elder: string;
}

/** A booking is its elder's own: for everybody else it does not exist. */
const isHerOwn = (actor: Actor, { elder }: OfElder): Decision => (elder === actor.id ? "allow" : "not_found");

export const mealsPolicy = {
  bookMeal: isHerOwn,
  cancelMealBooking: isHerOwn,
  getMealBooking: isHerOwn,
  listMealBookings: isHerOwn,
} satisfies Policies<typeof mealsContract>;
