import type { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { checkIn } from "./check-in";
import { loadHeld, loadMenu } from "./load";
import { markNoShow } from "./mark-no-show";
import { mealCounterPolicy as policy } from "./meal-counter.policy";
import { presentRows } from "./open-roster";
import type { PortionDocument } from "./portion.model";
import { requireWalkIn } from "./require-walk-in";
import { undoCheckIn } from "./undo-check-in";
import { walkIn, walkInIdOf } from "./walk-in";

type HandingOut = Pick<Handlers<typeof mealCounterContract>, "checkIn" | "undoCheckIn" | "walkIn" | "markNoShow">;

/** What staff do with the person before them. */
export const createHandingOutHandlers = (deps: Deps): HandingOut => {
  const { clock } = deps;
  const show = async (portion: PortionDocument) => {
    const [row] = await presentRows(deps, { portions: [portion], now: clock.now() });
    if (!row) throw new Error("a portion was not presented");
    return row;
  };
  return {
    checkIn: async ({ actor, authorize, body: { carePointId, proof } }) => {
      authorize(policy.checkIn(actor, { carePointId }));
      const { portion, wasServedBefore } = await checkIn(deps, { carePointId, proof, actor, now: clock.now() });
      return { row: await show(portion), wasServedBefore };
    },

    undoCheckIn: async ({ actor, authorize, params: { bookingId } }) => {
      const { portion, at } = await loadHeld(bookingId);
      authorize(policy.undoCheckIn(actor, at));
      const standing = await undoCheckIn({ portion, actorId: actor.id, at: clock.now() });
      return { row: standing && (await show(standing)) };
    },

    walkIn: async ({ actor, authorize, key, body: wish }) => {
      const { carePointId } = await loadMenu(wish.menuId);
      authorize(policy.walkIn(actor, { carePointId }));
      const { menu, dish } = await requireWalkIn(wish, carePointId);
      const bookingId = walkInIdOf({ actorId: actor.id, key });
      return { row: await show(await walkIn({ menu, dish, wish, actorId: actor.id, bookingId, at: clock.now() })) };
    },

    markNoShow: async ({ actor, authorize, params: { bookingId } }) => {
      const { portion, at } = await loadHeld(bookingId);
      authorize(policy.markNoShow(actor, at));
      return { row: await show(await markNoShow({ portion, role: "staff", actorId: actor.id, at: clock.now() })) };
    },
  };
};
