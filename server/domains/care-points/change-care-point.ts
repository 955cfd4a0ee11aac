import { AppError, notFound } from "@server/core/app-error";
import { today } from "@server/core/clock";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import type { OutboxEvent } from "@server/core/outbox/outbox";
import { findRegion } from "@server/domains/regions/index";
import { forgetCarePointLabel } from "./care-point-labels";
import { CarePointModel, type CarePointDocument } from "./care-point.model";
import { findCarePoint } from "./care-points.queries";
import { withDerivedFacts, type CarePointFacts } from "./derived-facts";

/** So many changes are remembered by their keys: far more than one phone repeats. */
const REMEMBERED = 20;

interface Changing {
  readonly carePointId: string;
  /** On which the change was made. */
  readonly version: number;
  /** What takes the place of what is there. */
  readonly facts: Partial<CarePointFacts>;
  /** Made from the request's key, and what the request asked for. */
  readonly change: { readonly id: string; readonly fingerprint: string };
  readonly event: OutboxEvent;
}

/**
 * Changes a care point's facts, and with them all that follows from them, in one update that demands the version it was
 * made on. The same change again finds itself done.
 * @returns the care point as it is now; null when somebody else changed it first
 * @throws AppError not_found for an unknown care point and for one whose city is not run here, key_reused when the key
 *   changed something else
 */
export async function changeCarePoint(
  { clock }: Pick<Deps, "clock">,
  { carePointId, version, facts, change, event }: Changing,
): Promise<CarePointDocument | null> {
  const seen = await findCarePoint(carePointId);
  const region = seen && (await findRegion(seen.regionId));
  if (!region) throw notFound();
  if (isDone(seen, change)) return seen;
  if (seen.version !== version) return null;
  const { _id, changes: _, outbox: __, ...before } = seen;
  const { _id: ___, ...after } = withDerivedFacts({
    facts: { _id, ...before, ...facts, version: version + 1 },
    region,
    today: today(clock),
  });
  const update = {
    $set: after,
    $push: { changes: { $each: [change], $slice: -REMEMBERED }, outbox: event },
  };
  const changed = await againOnConflict(() =>
    CarePointModel.findOneAndUpdate({ _id, version, "changes.id": trusted({ $ne: change.id }) }, update, {
      returnDocument: "after",
    })
      .lean<CarePointDocument>()
      .exec(),
  );
  forgetCarePointLabel(_id);
  return changed ?? afterRace({ carePointId, change });
}

/** Somebody else was first: himself by a repeat, or another with something else. */
async function afterRace({ carePointId, change }: Pick<Changing, "carePointId" | "change">) {
  const now = await findCarePoint(carePointId);
  return now && isDone(now, change) ? now : null;
}

/** @throws AppError key_reused when the key changed something else */
function isDone({ changes = [] }: CarePointDocument, { id, fingerprint }: Changing["change"]): boolean {
  const known = changes.find((one) => one.id === id);
  if (known && known.fingerprint !== fingerprint) throw new AppError("key_reused");
  return known !== undefined;
}
