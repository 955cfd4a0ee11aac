import type { OutboxSource } from "@server/core/outbox/outbox";
import { openForOrders } from "@server/domains/care-points/index";
import { MENU_PUBLISHED } from "./menu-event";

/** What follows when a menu came to stand: from the first one on, everybody sees that one can order there. */
export const menuEvents: OutboxSource = {
  collection: "menus",
  deliver: async (deps, events) => {
    const published = events.filter(({ type }) => type === MENU_PUBLISHED);
    for (const carePointId of new Set(published.map((event) => String(event["carePointId"])))) {
      await openForOrders(deps, { carePointId, service: "meals" });
    }
  },
};
