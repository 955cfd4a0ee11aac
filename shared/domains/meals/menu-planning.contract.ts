import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Fen, Id, Instant, ServiceDate, text, TimeOfDay } from "@shared/core/primitives";
import { Allergen, DietMark } from "@shared/core/diet";
import { Meal, ServingMode } from "./meals.contract";

const about = {
  name: text({ max: 30 }),
  description: text({ max: 100 }),
  allergens: z.array(Allergen).check(z.maxLength(8)),
  dietMarks: z.array(DietMark).check(z.maxLength(4)),
  priceFen: Fen,
};

/** A dish that a care point can cook. Menus copy it: a later price does not change what stands. */
export const DishListEntry = z.object({ dishId: Id, ...about });
export type DishListEntry = z.infer<typeof DishListEntry>;

export const PlannedSitting = z.object({
  menuId: Id,
  serviceDate: ServiceDate,
  meal: Meal,
  servesFrom: TimeOfDay,
  servesUntil: TimeOfDay,
  closesAt: Instant,
  /** "今晚 20:00", read before 截止. */
  closesLabel: z.string(),
  modes: z.array(ServingMode),
  /** Why it is not cooked after all; null when it is. */
  closedReason: z.nullable(z.string()),
  dishes: z.array(
    z.object({
      dishId: Id,
      name: z.string(),
      priceFen: Fen,
      /** Portions in all, and those left as last counted. */
      portions: z.int(),
      freeShown: z.int(),
      isSoldOut: z.boolean(),
    }),
  ),
});
export type PlannedSitting = z.infer<typeof PlannedSitting>;

export const PlannedDay = z.object({
  serviceDate: ServiceDate,
  dayLabel: z.string(),
  dateLabel: z.string(),
  sittings: z.array(PlannedSitting),
});
export type PlannedDay = z.infer<typeof PlannedDay>;

/** A plan for one sitting. */
export const SittingPlan = z.strictObject({
  carePointId: Id,
  serviceDate: ServiceDate,
  meal: Meal,
  servesFrom: TimeOfDay,
  servesUntil: TimeOfDay,
  /** Cut-off: so many days before, at a time of day. */
  closes: z.strictObject({ daysBefore: z.int().check(z.minimum(0), z.maximum(7)), time: TimeOfDay }),
  modes: z.array(ServingMode).check(z.minLength(1), z.maxLength(2)),
  dishes: z
    .array(z.strictObject({ dishId: Id, portions: z.int().check(z.minimum(0), z.maximum(1_000)) }))
    .check(z.minLength(1), z.maxLength(20)),
});
export type SittingPlan = z.infer<typeof SittingPlan>;

const week = { carePointId: Id, weekOf: ServiceDate };
const signedIn = { method: "POST", access: "signed-in" } as const;

/** 工作台, 菜单: what a manager plans for her care point. A week runs from Monday; any of its days names it. */
export const menuPlanningContract = defineContract({
  name: "menu-planning",
  errors: {
    no_meals_here: {
      status: 409,
      text: "这里的资料上还没有助餐。请先在「点位资料」里提出改服务项目，民政部门同意后再发菜单",
    },
    already_planned: { status: 409, text: "这一餐已经有菜单了" },
    date_closed: { status: 409, text: "这一餐停了，不能再改" },
    sitting_over: { status: 409, text: "这一餐的时间已经过了" },
  },
  endpoints: {
    getMenuWeek: {
      method: "GET",
      access: "signed-in",
      path: "/meals/planning/week",
      summary: "A week of menus from Monday to Sunday, and the care point's dish list",
      query: z.strictObject(week),
      response: z.object({ weekOf: ServiceDate, days: z.array(PlannedDay), dishList: z.array(DishListEntry) }),
    },
    saveDish: {
      ...signedIn,
      path: "/meals/planning/dishes",
      summary: "Put a dish on the care point's list, or change the one of that name",
      body: z.strictObject({ carePointId: Id, ...about }),
      response: DishListEntry,
    },
    planMenu: {
      ...signedIn,
      path: "/meals/planning/menus",
      summary: "Publish the menu of one sitting from the dish list; it can be ordered at once",
      keyed: true,
      body: SittingPlan,
      response: PlannedSitting,
      errors: ["no_meals_here", "already_planned", "date_closed", "sitting_over"],
    },
    copyMenuWeek: {
      ...signedIn,
      path: "/meals/planning/copies",
      summary: "Plan a week like another; what is planned, closed or over is left and told",
      body: z.strictObject({ carePointId: Id, fromWeekOf: ServiceDate, weekOf: ServiceDate }),
      response: z.object({
        copied: z.int(),
        left: z.array(
          z.object({ serviceDate: ServiceDate, meal: Meal, why: z.enum(["already_planned", "date_closed", "over"]) }),
        ),
      }),
      errors: ["no_meals_here"],
    },
    closeDate: {
      ...signedIn,
      path: "/meals/planning/closures",
      summary: "Cook nothing on a date, or not one meal of it; every booking is cancelled and its holder told",
      body: z.strictObject({
        carePointId: Id,
        serviceDate: ServiceDate,
        /** All meals of the date when left out. */
        meal: z.optional(Meal),
        reason: text({ max: 60 }),
      }),
      response: z.object({
        /** Meals that are closed now. */
        meals: z.array(Meal),
        /** Bookings that the closing cancelled; a repeat tells the same number. */
        cancelled: z.int(),
      }),
      errors: ["sitting_over"],
    },
  },
});
