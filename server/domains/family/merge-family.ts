import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { trusted } from "@server/core/db/trusted";
import type { Erasure, Merging } from "@server/core/personal-data";
import { ActModel } from "./act.model";
import { BondModel, type BondDocument } from "./bond.model";
import { endBond } from "./end-bond";
import { findActiveBonds } from "./family.queries";
import { InvitationModel } from "./invitation.model";

type Side = "elder" | "helper";
const others = { elder: "helper", helper: "elder" } as const;
/** More than the places that the two can hold together: beyond the limit, since nobody loses a bond by being one person. */
const PLACES = 50;

/**
 * Brings one person's bonds to another, on both sides. A bond between the two ends, and of two bonds with the same third
 * person the moved one. Acts and invitations follow; an open invitation stays good.
 */
export async function mergeFamily({ from, to, now }: Merging): Promise<Erasure> {
  await InvitationModel.updateMany({ elder: from }, { $set: { elder: to } });
  for (const side of ["elder", "helper"] as const) {
    const bonds = await findActiveBonds(side === "elder" ? { elder: from } : { helper: from });
    for (const bond of bonds) {
      const isMoved = bond[others[side]] !== to && (await move({ bond, side, to }));
      if (!isMoved) await endBond({ bond, endedBy: to, now });
    }
    await BondModel.updateMany({ [side]: from, active: trusted({ $exists: false }) }, { $set: { [side]: to } });
  }
  await ActModel.updateMany({ elder: from }, { $set: { elder: to } });
  const isLeft = (await BondModel.exists({ elder: from })) ?? (await BondModel.exists({ helper: from }));
  return isLeft ? "waiting" : "gone";
}

interface Move {
  readonly bond: BondDocument;
  readonly side: Side;
  readonly to: string;
}

/** False when the other has a bond with the same third person already. */
async function move({ bond, side, to }: Move): Promise<boolean> {
  for (let place = 0; place < PLACES; place += 1) {
    const pair = side === "elder" ? { elder: to, helper: bond.helper } : { elder: bond.elder, helper: to };
    if (await BondModel.exists({ ...pair, active: true })) return false;
    try {
      const places = side === "elder" ? { elderPlace: place } : { helperPlace: place };
      await BondModel.updateOne({ _id: bond._id, active: true }, { $set: { [side]: to, ...places } });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  return false;
}
