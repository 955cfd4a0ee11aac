import type { OutboxSource } from "@server/core/outbox/outbox";
import { recountPortions } from "./recount-portions";
import { tellBooked } from "./tell-booked";
import { tellCalledOff } from "./tell-called-off";
import { tellElders } from "./tell-elders";

/** What follows when a portion changes hands: the elder is told what others did for her, the menu is counted anew. */
export const portionEvents: OutboxSource = {
  collection: "portions",
  deliver: async (deps, events) => {
    await tellBooked(events, deps.clock.now());
    await tellElders(events);
    await tellCalledOff(events, deps.clock.now());
    await recountPortions.deliver(deps, events);
  },
};
