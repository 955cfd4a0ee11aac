import { randomUUID } from "node:crypto";
import {
  closedForOrders,
  closeOrdersOf,
  freshCopy,
  freshDate,
  freshPlan,
  handedOut,
  menuOf,
  offlineAct,
  openDish,
  orderFrom,
  ringsUp,
} from "./counter-world";
import { now, type Examples } from "./example-shapes";

/** Of the counter, where meals are handed out, and of the plan behind it. */
export const counterExamples: Pick<Examples, "meal-counter" | "menu-planning"> = {
  "meal-counter": {
    getCounterDay: ({ carePointId }) => now({ as: "manager", query: { carePointId, serviceDate: "2026-11-24" } }),
    openRoster: async (world) => ({ as: "manager", params: { menuId: await menuOf(await world.bookedMeal()) } }),
    checkIn: async (world) => {
      const proof = { kind: "by_name", bookingId: await world.bookedMeal(), reason: "没带手机" } as const;
      return { as: "manager", body: { carePointId: world.carePointId, proof } };
    },
    undoCheckIn: async (world) => ({ as: "manager", params: { bookingId: await handedOut(world) } }),
    walkIn: async (world) => {
      const body = orderFrom(await closedForOrders(world), world.elderId);
      return { as: "manager", key: randomUUID(), body };
    },
    getMenuForResident: ({ carePointId, elderId }) =>
      now({ as: "manager", params: { residentId: elderId }, query: { carePointId } }),
    bookForResident: async (world) => ({ as: "manager", key: randomUUID(), body: await ringsUp(world) }),
    markNoShow: async (world) => {
      const bookingId = await closeOrdersOf(world, await world.bookedMeal());
      return { as: "manager", params: { bookingId } };
    },
    cancelForResident: async (world) => {
      const params = { bookingId: await world.bookedMeal() };
      return { as: "manager", params, body: { reason: "她来电话了" } };
    },
    setPortions: async (world) => {
      const { params, dishId } = await openDish(world);
      return { as: "manager", params, body: { dishId, portions: 23 } };
    },
    markSoldOut: async (world) => {
      const { params, dishId } = await openDish(world);
      return { as: "manager", params, body: { dishId } };
    },
    restoreDish: async (world) => {
      const { params, dishId } = await openDish(world);
      return { as: "manager", params, body: { dishId } };
    },
    syncRoster: async (world) => ({ as: "manager", body: offlineAct(world, await world.bookedMeal()) }),
    getPickUpPass: async (world) => ({ as: "elder", params: { bookingId: await world.bookedMeal() } }),
  },
  "menu-planning": {
    getMenuWeek: ({ carePointId }) => now({ as: "manager", query: { carePointId, weekOf: "2026-11-24" } }),
    saveDish: ({ carePointId }) =>
      now({
        as: "manager",
        body: {
          carePointId,
          name: "番茄炒蛋套餐",
          description: "番茄炒蛋、米饭和例汤",
          allergens: ["egg"],
          dietMarks: ["soft"],
          priceFen: 1100,
        },
      }),
    planMenu: async (world) => ({ as: "manager", key: randomUUID(), body: await freshPlan(world) }),
    copyMenuWeek: async (world) => ({ as: "manager", body: await freshCopy(world) }),
    closeDate: (world) => now({ as: "manager", body: { ...freshDate(world), meal: "lunch", reason: "停水" } }),
  },
};
