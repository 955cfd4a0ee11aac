import { newId } from "@server/core/ids";
import { BondModel, type BondDocument } from "./bond.model";

/** Who acts when a bond's time is over. */
const NOBODY = "system";

interface Ending {
  readonly bond: BondDocument;
  /** Null when its time is over. */
  readonly endedBy: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Ends a bond by one conditional update, once however often it is asked; from its answer on nobody acts by it. */
export async function endBond({ bond, endedBy, now }: Ending): Promise<void> {
  const { _id, elder, helper, relation, expiresAt } = bond;
  const at = new Date(now);
  const audit = {
    act: endedBy === null ? "family.end-expired" : "family.withdraw-bond",
    actorId: endedBy ?? NOBODY,
    subject: { type: "bond", id: _id },
    forPersonId: elder,
  };
  const event = { id: newId(), type: "family.bond-ended", at, audit, elder, helper, relation, endedBy };
  await BondModel.updateOne(
    // A bond that was renewed meanwhile has another end and is not over.
    { _id, active: true, ...(endedBy === null ? { expiresAt } : {}) },
    {
      $unset: { active: 1 },
      $set: { endedAt: at, ...(endedBy === null ? {} : { endedBy }) },
      $push: { outbox: event },
    },
  );
}
