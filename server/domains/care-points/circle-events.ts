import { today } from "@server/core/clock";
import type { OutboxSource } from "@server/core/outbox/outbox";
import { refreshCoverage } from "./circle-refresh";

/** What follows when a care point changed: the communities around it are looked at again. Told twice, it writes the same. */
export const circleEvents: OutboxSource = {
  collection: "care_points",
  deliver: async ({ clock }, events) => {
    for (const carePointId of new Set(events.map(({ documentId }) => documentId))) {
      await refreshCoverage({ carePointId, today: today(clock) });
    }
  },
};
