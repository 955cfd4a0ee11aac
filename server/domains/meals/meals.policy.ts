import type { mealsContract } from "@shared/domains/meals/meals.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Decision } from "@server/core/policy";
import type { FamilyBond } from "@server/domains/family/index";

interface OfElder {
  readonly elder: string;
  /** By which the actor may act for the elder; null for herself and for strangers. */
  readonly bond: Pick<FamilyBond, "scopes"> | null;
}

const isHerOwn = (actor: Actor, { elder }: OfElder): Decision => (elder === actor.id ? "allow" : "not_found");

/** A booking is its elder's, and theirs whom she lets order for her: for everybody else it does not exist. */
const herOwnOrHelped = (actor: Actor, facts: OfElder): Decision =>
  facts.bond?.scopes.includes("meals") ? "allow" : isHerOwn(actor, facts);

export const mealsPolicy = {
  bookMeal: herOwnOrHelped,
  cancelMealBooking: herOwnOrHelped,
  getMealBooking: herOwnOrHelped,
  listMealBookings: herOwnOrHelped,
} satisfies Policies<typeof mealsContract>;
