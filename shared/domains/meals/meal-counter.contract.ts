import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Id, Instant, ServiceDate } from "@shared/core/primitives";
import {
  ActResult,
  CounterSitting,
  OfflineAct,
  PickUpProof,
  Reason,
  RosterRow,
  WalkInOrder,
} from "./meal-counter-shapes";
import { Meal, Menu, MenuDay, ServingMode } from "./meals.contract";

const booking = z.strictObject({ bookingId: Id });
const menu = z.strictObject({ menuId: Id });
const dish = z.strictObject({ dishId: Id });
const row = z.object({ row: RosterRow });
const signedIn = { method: "POST", access: "signed-in" } as const;
const read = { method: "GET", access: "signed-in" } as const;

/** 工作台, 今天: what staff of a care point do where meals are handed out. */
export const mealCounterContract = defineContract({
  name: "meal-counter",
  errors: {
    code_unknown: { status: 404, text: "没有这个取餐码，看看是不是别的食堂、别的一餐，或者按姓名找" },
    pass_unknown: { status: 404, text: "这张码不是这里的，请输 6 位码或者按姓名找" },
    pass_expired: { status: 409, text: "这张码过时了，请她重新打开取餐码" },
    serving_over: { status: 409, text: "这一餐已经结束了" },
    serving_not_begun: { status: 409, text: "还没到截止时间，请先照常预订" },
    ordering_over: { status: 409, text: "这一餐过了预订时间。有多的份数，本人来了可以在“现场来”里给" },
    undo_over: { status: 409, text: "过了两分钟，不能撤回了" },
    dish_gone: { status: 409, text: "这道菜没有了，换一道，或者加几份" },
    has_one_already: { status: 409, text: "这个人这一餐已经有一份了" },
    portions_held: { status: 409, text: "已经有人订了，不能少于订出的份数" },
    date_closed: { status: 409, text: "这一餐停了，不能再改" },
  },
  endpoints: {
    getCounterDay: {
      ...read,
      path: "/meals/counter/day",
      summary: "The sittings of a day with their portions counted per dish and way of eating; no personal data",
      query: z.strictObject({ carePointId: Id, serviceDate: ServiceDate }),
      response: z.object({ sittings: z.array(CounterSitting) }),
    },
    openRoster: {
      ...read,
      path: "/meals/counter/rosters/:menuId",
      summary: "Who holds or ate a portion of a sitting; the opening is written down first",
      params: menu,
      response: z.object({ openedAt: Instant, rows: z.array(RosterRow) }),
    },
    checkIn: {
      ...signedIn,
      path: "/meals/counter/check-ins",
      summary: "Hand a meal out by code, picture or name; who has it already is shown, nothing is handed out twice",
      body: z.strictObject({ carePointId: Id, proof: PickUpProof }),
      response: z.object({ row: RosterRow, wasServedBefore: z.boolean() }),
      errors: ["code_unknown", "pass_unknown", "pass_expired", "serving_over"],
    },
    undoCheckIn: {
      ...signedIn,
      path: "/meals/counter/bookings/:bookingId/undo",
      summary: "Take a handing-out back within two minutes: booked again, a walk-in free again (row null)",
      params: booking,
      response: z.object({ row: z.nullable(RosterRow) }),
      errors: ["undo_over"],
    },
    walkIn: {
      ...signedIn,
      path: "/meals/counter/walk-ins",
      summary: "Hand out a free portion after the cut-off, to a resident or a guest without an account",
      keyed: true,
      body: z.strictObject(WalkInOrder),
      response: row,
      errors: ["dish_gone", "has_one_already", "serving_over", "serving_not_begun", "date_closed"],
    },
    getMenuForResident: {
      ...read,
      path: "/meals/counter/residents/:residentId/menu",
      summary: "A care point's menu as staff order from it for a resident; warnings only where she lets them be seen",
      params: z.strictObject({ residentId: Id }),
      query: z.strictObject({
        carePointId: Id,
        serviceDate: z.optional(ServiceDate),
        meal: z.optional(Meal),
      }),
      response: z.object({ menu: z.nullable(Menu), days: z.array(MenuDay) }),
    },
    bookForResident: {
      ...signedIn,
      path: "/meals/counter/phone-orders",
      summary: "Book one portion for a resident who rings up, by the rules of a booking of her own; she is told of it",
      keyed: true,
      body: z.strictObject({ menuId: Id, dishId: Id, mode: ServingMode, residentId: Id }),
      /** Six digits, read out to her; null when there is nothing left to fetch. */
      response: z.object({ bookingId: Id, code: z.nullable(z.string()) }),
      errors: ["dish_gone", "has_one_already", "ordering_over", "date_closed"],
    },
    markNoShow: {
      ...signedIn,
      path: "/meals/counter/bookings/:bookingId/no-show",
      summary: "Note that somebody did not come; she may still be handed her meal until the end of serving",
      params: booking,
      response: row,
      errors: ["serving_not_begun"],
    },
    cancelForResident: {
      ...signedIn,
      path: "/meals/counter/bookings/:bookingId/cancel",
      summary: "Cancel for a resident with a reason, until the end of serving; her portion is free again",
      params: booking,
      body: z.strictObject({ reason: Reason }),
      response: z.object({ isCancelled: z.literal(true) }),
      errors: ["serving_over"],
    },
    setPortions: {
      ...signedIn,
      path: "/meals/counter/menus/:menuId/portions",
      summary: "How many portions of a dish there are in all; the same number twice changes nothing",
      params: menu,
      body: z.strictObject({ dishId: Id, portions: z.int().check(z.minimum(0), z.maximum(1_000)) }),
      response: CounterSitting,
      errors: ["portions_held", "serving_over", "date_closed"],
    },
    markSoldOut: {
      ...signedIn,
      path: "/meals/counter/menus/:menuId/sold-out",
      summary: "Take a dish's free portions away in one tap",
      params: menu,
      body: dish,
      response: CounterSitting,
      errors: ["serving_over", "date_closed"],
    },
    restoreDish: {
      ...signedIn,
      path: "/meals/counter/menus/:menuId/restore",
      summary: "Bring a dish back that was marked sold out",
      params: menu,
      body: dish,
      response: CounterSitting,
      errors: ["serving_over", "date_closed"],
    },
    syncRoster: {
      ...signedIn,
      path: "/meals/counter/sync",
      summary: "What was done without a connection, in any order, as often as need be; an answer for each act",
      body: z.strictObject({
        carePointId: Id,
        /** The device's clock when it sends: the server moves every act by the difference. */
        deviceNow: Instant,
        acts: z.array(OfflineAct).check(z.minLength(1), z.maxLength(100)),
      }),
      response: z.object({ results: z.array(ActResult), clockOffSeconds: z.int() }),
    },
    getPickUpPass: {
      ...read,
      path: "/meals/bookings/:bookingId/pick-up-pass",
      summary: "The text of the picture that a resident shows at the counter; a new one every minute",
      params: booking,
      response: z.object({ text: z.string(), refreshAt: Instant }),
    },
  },
});
