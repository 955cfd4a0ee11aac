import type { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { bookForResident } from "./book-for-resident";
import { isServedHere } from "./is-served-here";
import { loadMenu } from "./load";
import { mealCounterPolicy as policy } from "./meal-counter.policy";
import { reachOf } from "./reach";
import { showMenu } from "./show-menu";

type PhoneOrders = Pick<Handlers<typeof mealCounterContract>, "getMenuForResident" | "bookForResident">;

/** What staff do for a resident who rings up. */
export const createPhoneOrdersHandlers = ({ clock, sealer }: Pick<Deps, "clock" | "sealer">): PhoneOrders => ({
  getMenuForResident: async ({
    actor,
    authorize,
    params: { residentId },
    query: { carePointId, serviceDate, meal },
  }) => {
    authorize(
      policy.getMenuForResident(actor, {
        carePointId,
        isServedHere: await isServedHere({ carePointId, residentId }),
      }),
    );
    const now = clock.now();
    const viewer = { actor, reach: await reachOf({ actor, elderId: residentId, now }) };
    return showMenu({ sealer }, { carePointId, serviceDate, meal, viewer, now });
  },

  bookForResident: async ({ actor, authorize, key, body: wish }) => {
    const menu = await loadMenu(wish.menuId);
    const { carePointId } = menu;
    const { residentId } = wish;
    authorize(
      policy.bookForResident(actor, { carePointId, isServedHere: await isServedHere({ carePointId, residentId }) }),
    );
    const booking = await bookForResident({ menu, wish, actorId: actor.id, key, now: clock.now() });
    return { bookingId: booking.id, code: booking.code };
  },
});
