import { addDays, businessDay, instantAt } from "@shared/core/dates";
import { familyRulesOn } from "@shared/domains/family/family.rules";
import { AppError } from "@server/core/app-error";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { newId } from "@server/core/ids";
import { BondModel, type BondDocument } from "./bond.model";
import { endBond } from "./end-bond";
import { findActiveBonds, isStanding } from "./family.queries";
import type { InvitationDocument } from "./invitation.model";

const TRIES = 8;

interface Making {
  readonly invitation: Pick<InvitationDocument, "_id" | "elder" | "relation" | "scopes" | "lasts">;
  readonly helper: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The bond of an invitation, made or renewed by it once, however often it is asked for.
 *
 * - Two people have at most one standing bond: a further invitation renews it with its own terms.
 * - Nobody has more helpers, or elders, than the rules say: each bond holds a place on both sides under a unique index.
 *
 * Null when the invitation's bond was ended since: it is not revived.
 * @throws AppError too_many_helpers, too_many_elders; try_again when others kept taking the free places
 */
export async function makeBond(making: Making): Promise<BondDocument | null> {
  const { invitation, now } = making;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = await BondModel.findOne({ invitations: invitation._id }).lean<BondDocument>();
    if (known) return isStanding(known, now) ? known : null;
    const bond = (await renew(making)) ?? (await insert(making));
    if (bond) return bond;
  }
  throw new AppError("try_again", { retryAfterSeconds: 1 });
}

function termsOf({ invitation: { relation, scopes, lasts }, now }: Making) {
  const today = businessDay(now);
  const days = familyRulesOn(today).bondDays[lasts];
  const expiresAt = days === null ? null : new Date(instantAt({ date: addDays(today, days + 1), time: "00:00" }));
  return { relation, scopes, expiresAt };
}

function eventOf({ invitation, helper, now }: Making, bondId: string) {
  const { elder, relation, scopes } = invitation;
  const subject = { type: "bond", id: bondId };
  const audit = { act: "family.accept-invitation", actorId: helper, subject, forPersonId: elder };
  return { id: newId(), type: "family.bond-made", at: new Date(now), audit, elder, helper, relation, scopes };
}

/** Null when the two have no bond, or a copy of this request was first. */
async function renew(making: Making): Promise<BondDocument | null> {
  const { invitation, helper } = making;
  const standing = await BondModel.findOne({ elder: invitation.elder, helper, active: true }).lean<BondDocument>();
  if (!standing) return null;
  return unlessDuplicate(() =>
    BondModel.findOneAndUpdate(
      { _id: standing._id, active: true },
      {
        $set: termsOf(making),
        $push: { invitations: invitation._id, outbox: eventOf(making, standing._id) },
      },
      { returnDocument: "after" },
    )
      .lean<BondDocument>()
      .exec(),
  );
}

/** Null when a place was taken in the same moment. */
async function insert(making: Making): Promise<BondDocument | null> {
  const { invitation, helper, now } = making;
  const id = newId();
  const places = await findFreePlaces({ elder: invitation.elder, helper, now });
  const bond: BondDocument = {
    _id: id,
    elder: invitation.elder,
    helper,
    ...termsOf(making),
    ...places,
    invitations: [invitation._id],
    since: new Date(now),
    active: true,
    outbox: [eventOf(making, id)],
  };
  return unlessDuplicate(async () => {
    await BondModel.create([bond]);
    return bond;
  });
}

async function unlessDuplicate<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await againOnConflict(write);
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

/** The lowest free place on both sides; bonds whose time is over are ended and give theirs back. */
async function findFreePlaces({ elder, helper, now }: { elder: string; helper: string; now: number }) {
  const { helpersPerElder, eldersPerHelper } = familyRulesOn(businessDay(now));
  const [ofElder, ofHelper] = await Promise.all([findActiveBonds({ elder }), findActiveBonds({ helper })]);
  const over = [...ofElder, ...ofHelper].filter((bond) => !isStanding(bond, now));
  for (const bond of over) await endBond({ bond, endedBy: null, now });
  const taken = (bonds: BondDocument[]) => bonds.filter((bond) => isStanding(bond, now));
  const elderPlace = lowestFree(
    taken(ofElder).map((bond) => bond.elderPlace),
    helpersPerElder,
  );
  if (elderPlace === undefined) throw new AppError("too_many_helpers");
  const helperPlace = lowestFree(
    taken(ofHelper).map((bond) => bond.helperPlace),
    eldersPerHelper,
  );
  if (helperPlace === undefined) throw new AppError("too_many_elders");
  return { elderPlace, helperPlace };
}

function lowestFree(taken: readonly number[], places: number): number | undefined {
  return Array.from({ length: places }, (_, place) => place).find((place) => !taken.includes(place));
}
