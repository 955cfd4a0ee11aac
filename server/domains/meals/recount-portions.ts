import type { Deps } from "@server/core/deps";
import type { DeliveredEvent, OutboxSource } from "@server/core/outbox/outbox";
import { fitPortions } from "./fit-portions";
import { MenuModel, type MenuDish, type MenuDocument } from "./menu.model";
import { PortionModel } from "./portion.model";

/**
 * Counts anew what a menu shows as left, within five seconds of a booking or cancel. Only a display: it may be stale,
 * a claim never reads it. Counting again harms nothing, so events may come twice.
 */
export const recountPortions: OutboxSource = {
  collection: "portions",
  deliver: async ({ clock }: Deps, events: readonly DeliveredEvent[]) => {
    const sittings = new Set(events.map((event) => event["sitting"]).filter((id) => typeof id === "string"));
    for (const sitting of sittings) await recount(sitting, clock.now());
  },
};

interface Counted extends Pick<MenuDocument, "closed"> {
  readonly dishes: readonly Pick<MenuDish, "id" | "soldOut">[];
}

interface FreeOfDish {
  readonly _id: string;
  readonly free: number;
}

async function recount(sitting: string, now: number): Promise<void> {
  const menu = await MenuModel.findById(sitting)
    .select({ "dishes.id": 1, "dishes.soldOut": 1, closed: 1 })
    .lean<Counted>();
  if (!menu) return;
  // A portion that is cancelled while nothing of it may be free goes the way of the others.
  if (menu.closed || menu.dishes.some(({ soldOut }) => soldOut))
    await fitPortions({ menuId: sitting, role: "job", now });
  const free = await PortionModel.aggregate<FreeOfDish>([
    { $match: { sitting, seat: { $exists: true }, active: { $exists: false }, withdrawn: { $exists: false } } },
    { $group: { _id: "$dish", free: { $sum: 1 } } },
  ]);
  const freeOf = new Map(free.map(({ _id, free: count }) => [_id, count]));
  const counted = menu.dishes.map(({ id }, place) => [`dishes.${place}.freeShown`, freeOf.get(id) ?? 0] as const);
  await MenuModel.updateOne({ _id: sitting }, { $set: Object.fromEntries(counted) });
}
