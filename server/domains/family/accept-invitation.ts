import type { ServiceDate } from "@shared/core/primitives";
import { AppError } from "@server/core/app-error";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { isBirthDateOf } from "@server/domains/accounts/index";
import type { BondDocument } from "./bond.model";
import { InvitationModel, type InvitationDocument } from "./invitation.model";
import { invitationIndexOf } from "./invite-family";
import { makeBond } from "./make-bond";

interface Accepting {
  readonly code: string;
  /** The elder's: six digits alone can be guessed, and a code can be overheard. */
  readonly birthDate: ServiceDate;
  readonly actorId: string;
  readonly callerAddress: string;
}

/**
 * Takes up an invitation.
 *
 * - Code and birth date must both be right; a wrong, used, late or foreign code and a wrong birth date read the same.
 * - Five attempts in a quarter of an hour a person, and a wall per address; then everyone waits, also with the right one.
 * - One conditional update takes the invitation, so of two at once one wins. The same person again, after a lost reply,
 *   is shown the bond that it made, as long as that stands.
 * - Nobody acts for herself.
 *
 * @throws AppError invitation_refused, own_invitation, too_many_helpers, too_many_elders, slow_down, try_again
 */
export async function acceptInvitation(deps: Deps, accepting: Accepting): Promise<BondDocument> {
  const { actorId, callerAddress, code, birthDate } = accepting;
  const { limits, sealer, clock } = deps;
  const counted = `family ${actorId}`;
  await limits.consume("credential", `family ${callerAddress}`);
  await limits.consume("secret", counted);
  const now = clock.now();
  const invitation = await findInvitation(invitationIndexOf(sealer, code));
  if (!invitation || !(await isBirthDateOf(sealer, { personId: invitation.elder, birthDate }))) throw refused();
  if (invitation.elder === actorId) throw new AppError("own_invitation");
  await take({ invitation, actorId, now });
  const bond = await makeBond({ invitation, helper: actorId, now });
  if (!bond) throw refused();
  await limits.forgive("secret", counted);
  return bond;
}

const refused = (): AppError => new AppError("invitation_refused");

const findInvitation = (codeIndex: string): Promise<InvitationDocument | null> =>
  InvitationModel.findOne({ codeIndex }).lean<InvitationDocument>().exec();

interface Taking {
  readonly invitation: InvitationDocument;
  readonly actorId: string;
  readonly now: number;
}

async function take({ invitation: { _id }, actorId, now }: Taking): Promise<void> {
  const inTime = { _id, expiresAt: trusted({ $gt: new Date(now) }) };
  const taken = await InvitationModel.findOneAndUpdate(
    { ...inTime, usedBy: null },
    { $set: { usedBy: actorId } },
  ).lean();
  if (taken) return;
  const mine = await InvitationModel.exists({ ...inTime, usedBy: actorId });
  if (!mine) throw refused();
}
