import { addDays, instantAt } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import { today, type Clock } from "@server/core/clock";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { bookMeal } from "@server/domains/meals/book-meal";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { PortionModel } from "@server/domains/meals/portion.model";
import { BRAISED_TOFU } from "./demo-dishes";
import { demoPersonId, type DemoPersonKey } from "./demo-people";
import { CHUNFENG_CANTEEN } from "./demo-places";

interface DemoOrder {
  readonly clock: Clock;
  readonly who: DemoPersonKey;
  readonly serviceDate: ServiceDate;
  /** When it was ordered, epoch milliseconds; before the cut-off. */
  readonly at: number;
}

/** Orders a lunch at 春风社区食堂; the same order twice is one. */
async function orderLunch({ clock, who, serviceDate, at }: DemoOrder): Promise<string> {
  const menu = await buildMenu({ clock }, { carePointId: CHUNFENG_CANTEEN, serviceDate });
  const dish = menu.dishes.find(({ name }) => name === BRAISED_TOFU.name);
  if (!dish) throw new Error("the demo's usual dish is not on the menu");
  const elderId = demoPersonId(who);
  const wish = { menuId: menu._id, dishId: dish.id, elderId, mode: "eat_in" } as const;
  const { booking } = await bookMeal({ wish, actorId: elderId, key: `demo-order-${serviceDate}`, now: at });
  return booking.id;
}

/** 王阿姨 ate there yesterday, 李大爷 will the day after tomorrow. */
export async function placeDemoOrders({ clock }: { readonly clock: Clock }): Promise<void> {
  if (!(await findCarePointLabels([CHUNFENG_CANTEEN])).has(CHUNFENG_CANTEEN)) return;
  const day = today(clock);
  const dayBeforeYesterday = instantAt({ date: addDays(day, -2), time: "10:00" });
  const eaten = await orderLunch({ clock, who: "wang", serviceDate: addDays(day, -1), at: dayBeforeYesterday });
  await PortionModel.updateOne({ bookingId: eaten }, { $set: { state: "served" } });
  await orderLunch({ clock, who: "li", serviceDate: addDays(day, 2), at: clock.now() });
}
