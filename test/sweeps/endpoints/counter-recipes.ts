import { randomUUID } from "node:crypto";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { forgetCarePointLabel } from "@server/domains/care-points/care-point-labels";
import { makePickUpPass } from "@server/domains/meals/pick-up-pass";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { MenuModel } from "@server/domains/meals/menu.model";
import { closedForOrders, freshPlan, openDish, orderFrom, ringsUp } from "./counter-world";
import type { Input } from "./examples";
import type { World } from "./world";

type Recipe<I> = { readonly provoke: (world: World) => Promise<I> };
const manager = { as: "manager" } as const;

/** Long after every sitting of the world. */
const afterAll = (world: World) => world.app.clock.advance(40 * 86_400_000);

async function asManager(world: World, path: string, input: Pick<Input, "body" | "key">) {
  const call = world.app.request.post(`/api${path}`).set("Authorization", `Bearer ${await world.token("manager")}`);
  if (input.key !== undefined) call.set("Idempotency-Key", input.key);
  const { status, body } = await call.send(input.body as object);
  if (status >= 300) throw new Error(`${path}: ${JSON.stringify(body)}`);
}

const close = (world: World, menu: { readonly serviceDate: string }) =>
  asManager(world, "/meals/planning/closures", {
    body: { carePointId: world.carePointId, serviceDate: menu.serviceDate, reason: "停水" },
  });

const rungUp = (body: Awaited<ReturnType<typeof ringsUp>>) => ({ ...manager, key: randomUUID(), body });
const ordered = (body: ReturnType<typeof orderFrom>) => ({ ...manager, key: randomUUID(), body });

/** A dish of a sitting that is over. */
const overDish = {
  provoke: async (world: World) => {
    const { params, dishId } = await openDish(world);
    afterAll(world);
    return { ...manager, params, body: { dishId } };
  },
};

/** A dish of a sitting that the kitchen closed. */
const closedDish = {
  provoke: async (world: World) => {
    const menu = await closedForOrders(world);
    await close(world, menu);
    return { ...manager, params: { menuId: menu._id }, body: { dishId: menu.dishes[0]?.id ?? "" } };
  },
};

const withPortions = (recipe: typeof overDish, portions: number) => ({
  provoke: async (world: World) => {
    const { body, ...rest } = await recipe.provoke(world);
    return { ...rest, body: { ...body, portions } };
  },
});

const checkIn = (carePointId: string, proof: { kind: "code"; code: string } | { kind: "qr"; text: string }) => ({
  ...manager,
  body: { carePointId, proof },
});

/** How the counter's errors come about. */
export const counterRecipes = {
  checkIn: {
    code_unknown: {
      provoke: ({ carePointId }: World) => Promise.resolve(checkIn(carePointId, { kind: "code", code: "000000" })),
    },
    pass_unknown: {
      provoke: ({ carePointId }: World) => Promise.resolve(checkIn(carePointId, { kind: "qr", text: "https://x" })),
    },
    pass_expired: {
      provoke: async (world: World) => {
        const bookingId = await world.bookedMeal();
        const { text } = makePickUpPass(world.app.deps, { bookingId, now: world.app.clock.now() - 86_400_000 });
        return checkIn(world.carePointId, { kind: "qr", text });
      },
    },
    serving_over: {
      provoke: async (world: World) => {
        const bookingId = await world.bookedMeal();
        afterAll(world);
        const { text } = makePickUpPass(world.app.deps, { bookingId, now: world.app.clock.now() });
        return checkIn(world.carePointId, { kind: "qr", text });
      },
    },
  },
  undoCheckIn: {
    undo_over: {
      provoke: async (world: World) => {
        const bookingId = await world.bookedMeal();
        const proof = { kind: "by_name", bookingId, reason: "没带手机" };
        await asManager(world, "/meals/counter/check-ins", { body: { carePointId: world.carePointId, proof } });
        world.app.clock.advance(2 * 60_000);
        return { ...manager, params: { bookingId } };
      },
    },
  },
  walkIn: {
    dish_gone: {
      provoke: async (world: World) => ordered(orderFrom(await closedForOrders(world, 0), world.elderId)),
    },
    has_one_already: {
      provoke: async (world: World) => {
        const body = orderFrom(await closedForOrders(world), world.elderId);
        await asManager(world, "/meals/counter/walk-ins", { body, key: randomUUID() });
        return ordered(body);
      },
    },
    serving_over: {
      provoke: async (world: World) => {
        const { menuId, dishId, mode } = await world.freeMeal();
        afterAll(world);
        return ordered({ menuId, dishId, mode, who: { kind: "resident", residentId: world.elderId } });
      },
    },
    serving_not_begun: {
      provoke: async (world: World) => {
        const { menuId, dishId, mode } = await world.freeMeal();
        return ordered({ menuId, dishId, mode, who: { kind: "resident", residentId: world.elderId } });
      },
    },
    date_closed: {
      provoke: async (world: World) => {
        const menu = await closedForOrders(world);
        await close(world, menu);
        return ordered(orderFrom(menu, world.elderId));
      },
    },
  },
  bookForResident: {
    dish_gone: {
      provoke: async (world: World) => {
        const menu = await buildMenu(world.app, { carePointId: world.carePointId, dishes: [{ portions: 0 }] });
        const dishId = menu.dishes[0]?.id ?? "";
        return rungUp({ menuId: menu._id, dishId, mode: "eat_in", residentId: world.elderId });
      },
    },
    has_one_already: {
      provoke: async (world: World) => {
        const body = await ringsUp(world);
        await asManager(world, "/meals/counter/phone-orders", { body, key: randomUUID() });
        return rungUp(body);
      },
    },
    ordering_over: {
      provoke: async (world: World) => {
        const body = await ringsUp(world);
        afterAll(world);
        return rungUp(body);
      },
    },
    date_closed: {
      provoke: async (world: World) => {
        const { who, ...order } = orderFrom(await closedForOrders(world), world.elderId);
        await close(world, await MenuModel.findById(order.menuId).lean().orFail());
        return rungUp({ ...order, residentId: who.residentId });
      },
    },
  },
  markNoShow: {
    serving_not_begun: {
      provoke: async (world: World) => ({ ...manager, params: { bookingId: await world.bookedMeal() } }),
    },
  },
  cancelForResident: {
    serving_over: {
      provoke: async (world: World) => {
        const bookingId = await world.bookedMeal();
        afterAll(world);
        return { ...manager, params: { bookingId }, body: { reason: "她来电话了" } };
      },
    },
  },
  setPortions: {
    portions_held: {
      provoke: async (world: World) => {
        const menu = await closedForOrders(world);
        await asManager(world, "/meals/counter/walk-ins", { body: orderFrom(menu, world.elderId), key: randomUUID() });
        const body = { dishId: menu.dishes[0]?.id ?? "", portions: 0 };
        return { ...manager, params: { menuId: menu._id }, body };
      },
    },
    serving_over: withPortions(overDish, 3),
    date_closed: withPortions(closedDish, 3),
  },
  markSoldOut: { serving_over: overDish, date_closed: closedDish },
  restoreDish: { serving_over: overDish, date_closed: closedDish },
} as const satisfies Record<string, Record<string, Recipe<Input>>>;

/** Its entry names other services only. */
const withoutMeals = async ({ carePointId }: World) => {
  await CarePointModel.updateOne({ _id: carePointId }, { $set: { services: ["day_care"] } });
  forgetCarePointLabel(carePointId);
};

const planned = (body: Awaited<ReturnType<typeof freshPlan>>) => ({ ...manager, key: randomUUID(), body });

/** How the errors of planning come about. */
export const planningRecipes = {
  planMenu: {
    no_meals_here: {
      provoke: async (world: World) => {
        const plan = await freshPlan(world);
        await withoutMeals(world);
        return planned(plan);
      },
    },
    already_planned: {
      provoke: async (world: World) => {
        const plan = await freshPlan(world);
        await asManager(world, "/meals/planning/menus", { body: plan, key: randomUUID() });
        return planned(plan);
      },
    },
    date_closed: {
      provoke: async (world: World) => {
        const plan = await freshPlan(world);
        await close(world, plan);
        return planned(plan);
      },
    },
    sitting_over: {
      provoke: async (world: World) => planned({ ...(await freshPlan(world)), serviceDate: "2026-11-01" }),
    },
  },
  copyMenuWeek: {
    no_meals_here: {
      provoke: async (world: World) => {
        await withoutMeals(world);
        const { carePointId } = world;
        return { ...manager, body: { carePointId, fromWeekOf: "2026-11-23", weekOf: "2026-11-30" } };
      },
    },
  },
  closeDate: {
    sitting_over: {
      provoke: ({ carePointId }: World) =>
        Promise.resolve({ ...manager, body: { carePointId, serviceDate: "2026-11-01", reason: "停水" } }),
    },
  },
} as const satisfies Record<string, Record<string, Recipe<Input>>>;
