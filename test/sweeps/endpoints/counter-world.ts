import { randomUUID } from "node:crypto";
import { addDays } from "@shared/core/dates";
import { today } from "@server/core/clock";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import type { World } from "./world";

/** Days on which nobody else of the sweeps eats. */
let days = 5_000;
const nextDay = ({ app }: World) => addDays(today(app.clock), (days += 1));

/** A sitting at the world's care point that nobody orders from any more and that is not over. */
export async function closedForOrders(world: World, portions = 5): Promise<MenuDocument> {
  const { app, carePointId } = world;
  const serviceDate = nextDay(world);
  return buildMenu(app, { carePointId, serviceDate, closesAt: app.clock.now(), dishes: [{ portions }] });
}

/** What staff order for somebody who stands before them. */
export const orderFrom = (menu: MenuDocument, residentId: string) => ({
  menuId: menu._id,
  dishId: menu.dishes[0]?.id ?? "",
  mode: "eat_in" as const,
  who: { kind: "resident" as const, residentId },
});

/** What staff order for the elder who rings up. */
export async function ringsUp(world: World) {
  const { elderId: residentId, ...order } = await world.freeMeal();
  return { ...order, residentId };
}

/** Moves the cut-off of a booking's portion to this moment. */
export async function closeOrdersOf({ app }: Pick<World, "app">, bookingId: string): Promise<string> {
  await PortionModel.updateOne({ bookingId }, { $set: { closesAt: new Date(app.clock.now()) } });
  return bookingId;
}

/** The menu of a booking. */
export async function menuOf(bookingId: string): Promise<string> {
  return (await PortionModel.findOne({ bookingId }).lean().orFail()).sitting ?? "";
}

/** A menu with an open dish, as requests about its portions name it. */
export async function openDish(world: World) {
  const { menuId, dishId } = await world.freeMeal();
  return { params: { menuId }, dishId };
}

/** What a manager plans from a dish that is on the list. */
export async function freshPlan(world: World) {
  const { carePointId } = world;
  const { dishId } = await world.freeMeal();
  return {
    carePointId,
    serviceDate: nextDay(world),
    meal: "dinner" as const,
    servesFrom: "17:00",
    servesUntil: "18:30",
    closes: { daysBefore: 0, time: "10:00" },
    modes: ["eat_in" as const],
    dishes: [{ dishId, portions: 3 }],
  };
}

/** A date at the care point with nothing on it. */
export const freshDate = (world: World) => ({ carePointId: world.carePointId, serviceDate: nextDay(world) });

/** A resident's meal noted as handed out while the counter had no connection. */
export function offlineAct(world: World, bookingId: string) {
  const at = new Date(world.app.clock.now()).toISOString();
  const act = { id: randomUUID(), kind: "check_in_by_name" as const, bookingId, reason: "没带手机", happenedAt: at };
  return { carePointId: world.carePointId, deviceNow: at, acts: [act] };
}

/** A week with one sitting, and one without any. */
export async function freshCopy(world: World) {
  days += 14;
  const menu = await closedForOrders(world);
  days += 14;
  return { carePointId: world.carePointId, fromWeekOf: menu.serviceDate, weekOf: nextDay(world) };
}

/** A booking of which the meal was handed out a moment ago. */
export async function handedOut(world: World): Promise<string> {
  const bookingId = await world.bookedMeal();
  const now = new Date(world.app.clock.now());
  await PortionModel.updateOne({ bookingId }, { $set: { state: "served", servedAt: now, servedBy: "by_name" } });
  return bookingId;
}
