import { careServiceWords, facilityKindWords } from "@shared/core/network";
import type { CarePointMerge, MergeSide } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { dateLabel, instantLabel, longDate } from "@server/core/calendar";
import type { CarePointDocument } from "@server/domains/care-points/index";
import type { CarePointMergeDocument } from "./merge.model";

/** One of two entries, in the words of the screen. */
export const presentSide = (entry: CarePointDocument): MergeSide => ({
  carePointId: entry._id,
  name: entry.name,
  kinds: entry.kinds.map((kind) => facilityKindWords[kind]).join("、"),
  services: entry.services.map((service) => careServiceWords[service]).join("、"),
  address: entry.address,
  phone: entry.phone,
  operatorName: entry.operator?.name ?? "",
  creditCode: entry.creditCode ?? "",
  verifiedLabel: longDate(entry.verifiedOn),
});

interface Known {
  readonly entries: ReadonlyMap<string, CarePointDocument>;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Null when one of its entries is not there any more. */
export function presentMerge(merge: CarePointMergeDocument, { entries, actorId, now }: Known): CarePointMerge | null {
  const [keep, gone] = [entries.get(merge.keepId), entries.get(merge.goneId)];
  if (!keep || !gone) return null;
  const isOwn = merge.proposedBy === actorId;
  const isProposed = merge.state === "proposed";
  return {
    id: merge._id,
    state: merge.state,
    keep: presentSide(keep),
    gone: presentSide(gone),
    atLabel: instantLabel({ at: merge.at.getTime(), now }),
    dueLabel: dateLabel(merge.dueOn),
    isOwn,
    abilities: { confirm: isProposed && !isOwn, decline: isProposed },
  };
}
