import type { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import { AppError } from "@server/core/app-error";
import { toInstant } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { cancelForResident } from "./cancel-for-resident";
import { createPortionsHandlers } from "./counter-portions.handlers";
import { createHandingOutHandlers } from "./handing-out.handlers";
import { loadBooking, loadMenu } from "./load";
import { mealCounterPolicy as policy } from "./meal-counter.policy";
import { openRoster } from "./open-roster";
import { createPhoneOrdersHandlers } from "./phone-orders.handlers";
import { makePickUpPass } from "./pick-up-pass";
import { reachOf } from "./reach";
import { syncRoster } from "./sync-roster";

export const createMealCounterHandlers = (deps: Deps): Handlers<typeof mealCounterContract> => {
  const { clock } = deps;
  return {
    ...createPortionsHandlers(deps),
    ...createHandingOutHandlers(deps),
    ...createPhoneOrdersHandlers(deps),

    openRoster: async ({ actor, authorize, params: { menuId } }) => {
      const menu = await loadMenu(menuId);
      authorize(policy.openRoster(actor, menu));
      const now = clock.now();
      return { openedAt: toInstant(now), rows: await openRoster(deps, { menu, actorId: actor.id, now }) };
    },

    cancelForResident: async ({ actor, authorize, params: { bookingId }, body: { reason } }) => {
      const { booking, portion } = await loadBooking(bookingId);
      authorize(policy.cancelForResident(actor, booking));
      await cancelForResident(deps, { booking, portion, actorId: actor.id, reason, now: clock.now() });
      return { isCancelled: true };
    },

    syncRoster: async ({ actor, authorize, body }) => {
      authorize(policy.syncRoster(actor, body));
      return syncRoster(deps, { ...body, actorId: actor.id, now: clock.now() });
    },

    getPickUpPass: async ({ actor, authorize, params: { bookingId } }) => {
      const now = clock.now();
      const { booking } = await loadBooking(bookingId);
      authorize(policy.getPickUpPass(actor, await reachOf({ actor, elderId: booking.elder, now })));
      if (booking.state === "cancelled") throw new AppError("state_changed");
      const { text, refreshAt } = makePickUpPass(deps, { bookingId, now });
      return { text, refreshAt: toInstant(refreshAt) };
    },
  };
};
