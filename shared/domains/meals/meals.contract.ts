import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Cursor, Fen, Id, Instant, ServiceDate, TimeOfDay } from "@shared/core/primitives";
import { Dish } from "./dish-shapes";

/** 早餐, 午饭, 晚饭. */
export const Meal = z.enum(["breakfast", "lunch", "dinner"]);
export type Meal = z.infer<typeof Meal>;

/** 在食堂吃, 自己取. */
export const ServingMode = z.enum(["eat_in", "pick_up"]);
export type ServingMode = z.infer<typeof ServingMode>;

const dayLabels = {
  serviceDate: ServiceDate,
  meal: Meal,
  /** 今天, 明天, 后天 or 周三. */
  dayLabel: z.string(),
  /** "11月23日 星期一". */
  dateLabel: z.string(),
};

const placeAndTime = {
  carePointId: Id,
  carePointName: z.string(),
  carePointPhone: z.string(),
  servesFrom: TimeOfDay,
  servesUntil: TimeOfDay,
  closesAt: Instant,
  /** "今晚 20:00", read before 前可订 or 前可以取消. */
  closesLabel: z.string(),
  ...dayLabels,
};

export const Menu = z.object({
  id: Id,
  ...placeAndTime,
  isOpen: z.boolean(),
  modes: z.array(ServingMode),
  dishes: z.array(Dish),
});
export type Menu = z.infer<typeof Menu>;

/** One day of the strip above a menu, with the meals cooked on it. */
export const MenuDay = z.object({
  serviceDate: ServiceDate,
  dayLabel: z.string(),
  dateLabel: z.string(),
  meals: z.array(z.object({ meal: Meal, isOpen: z.boolean() })),
});
export type MenuDay = z.infer<typeof MenuDay>;

export const BookingState = z.enum(["booked", "served", "no_show", "cancelled"]);
export type BookingState = z.infer<typeof BookingState>;

export const MealBooking = z.object({
  id: Id,
  ...placeAndTime,
  menuId: Id,
  dishId: Id,
  dishName: z.string(),
  mode: ServingMode,
  state: BookingState,
  /** Six digits, told to the cook. Null once cancelled. */
  code: z.nullable(z.string()),
  /** Frozen when the meal was booked; subsidies become further lines. */
  priceLines: z.array(z.object({ label: z.string(), amountFen: Fen })),
  priceFen: Fen,
  /** "女儿小敏替您订的", to a helper "您替王阿姨订的"; null when whoever reads it booked it for herself. */
  bookedByLabel: z.nullable(z.string()),
  /** "您取消了", "女儿小敏取消了", "食堂停餐"; null unless cancelled. */
  cancelledLabel: z.nullable(z.string()),
  abilities: z.object({ cancel: z.boolean() }),
});
export type MealBooking = z.infer<typeof MealBooking>;

/** What 再来一份 would book, or why it cannot. */
export const RepeatOrder = z.object({
  dishName: z.string(),
  /** "昨天", "11月20日": when she last had it. */
  lastLabel: z.string(),
  /** The same dish on the next open menu of the same care point; null when it is not on or sold out. */
  order: z.nullable(z.object({ menuId: Id, dishId: Id, mode: ServingMode })),
  /** The whole order in a sentence, or why it is not possible this time. */
  sentence: z.string(),
});
export type RepeatOrder = z.infer<typeof RepeatOrder>;

export const MealOverview = z.object({
  /** "11月22日 星期日 · 小雪" or with the lunar date. */
  todayLabel: z.string(),
  /** Last booked, else the nearest that cooks; null when none is within reach. */
  usualCarePoint: z.nullable(
    z.object({ id: Id, name: z.string(), phone: z.string(), walkMinutes: z.nullable(z.int()) }),
  ),
  /** What she holds next that has not yet been eaten, today first. */
  nextBooking: z.nullable(MealBooking),
  /** The next meal of the usual care point that is open and that she has not booked. */
  nextOpenMenu: z.nullable(Menu),
  repeat: z.nullable(RepeatOrder),
});
export type MealOverview = z.infer<typeof MealOverview>;

export const mealsContract = defineContract({
  name: "meals",
  errors: {
    meal_sold_out: { status: 409, text: "这道菜已经订完了，看看别的菜，或者打电话问食堂" },
    meal_closed: { status: 409, text: "这一餐已经过了预订时间，可以订下一餐，或者打电话问食堂" },
    already_booked: { status: 409, text: "这一餐您已经订过了，一餐订一份" },
    cancel_closed: { status: 409, text: "已经过了取消时间，请打电话告诉食堂" },
  },
  endpoints: {
    getMealOverview: {
      method: "GET",
      path: "/meals/overview",
      summary: "What the home page says about meals, for a resident or a guest",
      access: "public",
      query: z.strictObject({ communityId: z.optional(Id), /** For whom, by a bond. */ elderId: z.optional(Id) }),
      response: MealOverview,
    },
    getMenu: {
      method: "GET",
      path: "/meals/menus",
      summary: "A care point's menu of one sitting and the days around it; without date or meal the next open one",
      access: "public",
      query: z.strictObject({
        carePointId: Id,
        serviceDate: z.optional(ServiceDate),
        meal: z.optional(Meal),
        /** For whom the dishes are looked at, by a bond; whoever is signed in herself without. */
        elderId: z.optional(Id),
      }),
      response: z.object({ menu: z.nullable(Menu), days: z.array(MenuDay) }),
    },
    bookMeal: {
      method: "POST",
      path: "/meals/bookings",
      summary: "Book one portion for a resident",
      access: "signed-in",
      keyed: true,
      body: z.strictObject({ menuId: Id, dishId: Id, elderId: Id, mode: ServingMode }),
      response: MealBooking,
      errors: ["meal_sold_out", "meal_closed", "already_booked"],
    },
    cancelMealBooking: {
      method: "POST",
      path: "/meals/bookings/:bookingId/cancel",
      summary: "Cancel a booking until the cut-off; repeating it changes nothing",
      access: "signed-in",
      params: z.strictObject({ bookingId: Id }),
      response: MealBooking,
      errors: ["cancel_closed"],
    },
    getMealBooking: {
      method: "GET",
      path: "/meals/bookings/:bookingId",
      summary: "One booking",
      access: "signed-in",
      params: z.strictObject({ bookingId: Id }),
      response: MealBooking,
    },
    listMealBookings: {
      method: "GET",
      path: "/meals/bookings",
      summary: "Bookings, mine or those of an elder I act for, coming up (soonest first) or past (latest first)",
      access: "signed-in",
      query: z.strictObject({
        when: z.enum(["upcoming", "past"]),
        elderId: z.optional(Id),
        cursor: z.optional(Cursor),
      }),
      response: z.object({ bookings: z.array(MealBooking), nextCursor: z.nullable(Cursor) }),
    },
  },
});
