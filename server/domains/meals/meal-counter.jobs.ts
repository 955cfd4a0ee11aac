import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import type { Job } from "@server/core/jobs/job";
import { AppError } from "@server/core/app-error";
import { finishClosing } from "./finish-closing";
import { fitPortions, settleFits } from "./fit-portions";
import { markNoShow } from "./mark-no-show";
import { MenuModel, type MenuDocument } from "./menu.model";
import { PortionModel, type PortionDocument } from "./portion.model";

/** Who the audit names when nobody asked. */
const PROGRAM = "program";
const BATCH = 500;

/** What the counter's domain does when nobody asks. */
export const mealCounterJobs: readonly Job[] = [
  { name: "meals.finish-fits", every: { seconds: 15 }, run: finishFits },
  { name: "meals.mark-no-shows", every: { seconds: 60 }, run: markNoShows },
];

/** Finishes what broke off between a menu and its portions: a change of numbers, or the closing of a date. */
async function finishFits({ clock, logger }: Deps): Promise<void> {
  const waiting = await MenuModel.find({ "fits.id": trusted({ $exists: true }) })
    .select({ fits: 1, closed: 1 })
    .limit(BATCH)
    .lean<Pick<MenuDocument, "_id" | "fits" | "closed">[]>();
  for (const { _id: menuId, fits = [], closed } of waiting) {
    try {
      const fitting = { menuId, role: "job", now: clock.now() } as const;
      if (closed) await finishClosing({ ...fitting, actorId: closed.by });
      else await fitPortions(fitting);
      await settleFits(
        menuId,
        fits.map(({ id }) => id),
      );
    } catch (error) {
      // One sitting that cannot be finished holds up no other; it comes again.
      logger.error({ menuId, err: error }, "portions not fitted");
    }
  }
}

/** Notes after the end of serving who did not come. What the counter did offline may still arrive and win. */
async function markNoShows({ clock }: Deps): Promise<void> {
  const at = clock.now();
  const booked = await PortionModel.find({ state: "booked", servesUntil: trusted({ $lte: new Date(at) }) })
    .sort({ servesUntil: 1 })
    .limit(BATCH)
    .lean<PortionDocument[]>();
  for (const portion of booked) {
    try {
      await markNoShow({ portion, role: "job", actorId: PROGRAM, at });
    } catch (error) {
      // Handed out or cancelled in this moment.
      if (!(error instanceof AppError)) throw error;
    }
  }
}
