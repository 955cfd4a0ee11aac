import type { FamilyScope, Relation } from "@shared/domains/family/family.contract";
import { ActModel, type ActDocument } from "./act.model";
import { BondModel, type BondDocument } from "./bond.model";

/** More than any rule allows on one side. */
const BONDS_AT_MOST = 50;
const ACTS_SHOWN = 50;

/** By what right somebody acts for an elder. */
export interface FamilyBond {
  readonly id: string;
  readonly scopes: readonly FamilyScope[];
  readonly relation: Relation;
}

interface Pair {
  readonly elderId: string;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The bond by which a person may act for an elder at this moment; null when there is none, it was withdrawn or its time
 * is over. Never cached: whoever asks after a withdrawal was acknowledged is told no.
 */
export async function findBond({ elderId, actorId, now }: Pair): Promise<FamilyBond | null> {
  const bond = await BondModel.findOne({ elder: elderId, helper: actorId, active: true })
    .select({ scopes: 1, relation: 1, expiresAt: 1, active: 1 })
    .lean<Pick<BondDocument, "_id" | "scopes" | "relation" | "expiresAt" | "active">>();
  if (!bond || !isStanding(bond, now)) return null;
  return { id: bond._id, scopes: bond.scopes, relation: bond.relation };
}

/** Whether a bond holds: nobody ended it and its time is not over, whether or not the job has noticed. */
export const isStanding = ({ active, expiresAt }: Pick<BondDocument, "active" | "expiresAt">, now: number): boolean =>
  active === true && (expiresAt === null || now < expiresAt.getTime());

export const findBondById = (id: string): Promise<BondDocument | null> =>
  BondModel.findById(id).lean<BondDocument>().exec();

/** The bonds nobody has ended yet of an elder, or of a helper, in their places. */
export const findActiveBonds = (side: { elder: string } | { helper: string }): Promise<BondDocument[]> =>
  BondModel.find({ ...side, active: true })
    .sort("elder" in side ? { elderPlace: 1 } : { helperPlace: 1 })
    .limit(BONDS_AT_MOST)
    .lean<BondDocument[]>()
    .exec();

/** What others did for an elder, the latest first. */
export const findActsFor = (elder: string): Promise<ActDocument[]> =>
  ActModel.find({ elder }).sort({ at: -1, _id: -1 }).limit(ACTS_SHOWN).lean<ActDocument[]>().exec();
