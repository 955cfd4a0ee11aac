import { trusted } from "@server/core/db/trusted";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { findRegion } from "@server/domains/regions/index";
import { CarePointModel, type CarePointDocument } from "./care-point.model";
import { withDerivedFacts } from "./derived-facts";

/** So many are read and written in one command. */
const BATCH = 200;

/**
 * What follows from a care point's facts is worked out anew each day: open times move on, a pack's rules may have
 * changed. Run twice it writes the same; whoever changes a care point meanwhile wins, for he derives it himself.
 */
export async function deriveCarePoints({ clock }: Pick<Deps, "clock">): Promise<void> {
  const day = today(clock);
  for (;;) {
    const batch = await CarePointModel.find({ derivedOn: trusted({ $lt: day }) })
      // What a change left for the relay must not be written again: the relay may have taken it meanwhile.
      .select({ changes: 0, outbox: 0 })
      .sort({ derivedOn: 1, _id: 1 })
      .limit(BATCH)
      .batchSize(BATCH)
      .lean<CarePointDocument[]>();
    if (batch.length === 0) return;
    const updates = await Promise.all(batch.map((carePoint) => toUpdate(carePoint, day)));
    const { modifiedCount } = await CarePointModel.bulkWrite(updates, { ordered: false });
    // A batch of which nothing was written was changed by somebody else; the next hour looks again.
    if (modifiedCount === 0) return;
  }
}

async function toUpdate(carePoint: CarePointDocument, day: string) {
  const region = await findRegion(carePoint.regionId);
  const { _id, version } = carePoint;
  // Where a city is not run here, its care points keep what they have; they are in nobody's list.
  const { _id: _, ...rest } = region
    ? withDerivedFacts({ facts: carePoint, region, today: day })
    : { ...carePoint, derivedOn: day };
  return { updateOne: { filter: { _id, version }, update: { $set: rest } } };
}
