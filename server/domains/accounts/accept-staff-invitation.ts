import { AppError } from "@server/core/app-error";
import { inTransaction } from "@server/core/db/in-transaction";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { toNameKey } from "@server/core/pinyin";
import { findPerson } from "./accounts.queries";
import { CredentialModel } from "./credential.model";
import { invitationIndexOf } from "./invitation-code";
import { hashPassword } from "./passwords";
import { isStaff, type PersonDocument } from "./person.model";
import { takeUpRole } from "./take-up-role";

interface Acceptance {
  readonly loginName: string;
  readonly code: string;
  readonly password: string;
  readonly callerAddress: string;
}

/**
 * Chooses the first password with the code of an invitation.
 *
 * - A code is good once and until it expires: one conditional update takes it.
 * - A role that was promised with it is hers from then on.
 * - Wrong, used and late codes and names nobody has are one answer; attempts are counted by name and by address.
 *
 * @throws AppError staff_invitation_refused or slow_down
 */
export async function acceptStaffInvitation(deps: Deps, given: Acceptance): Promise<PersonDocument> {
  const _id = toNameKey(given.loginName);
  const counted = [`invitation name ${_id}`, `invitation address ${given.callerAddress}`];
  for (const key of counted) await deps.limits.consume("secret", key);
  // Hashed first: the time tells nothing of whether the name exists.
  const passwordHash = await hashPassword(given.password);
  const invited = await CredentialModel.findById(_id).lean();
  const personId = invited?.personId ?? "";
  const take = () => takeCode(deps, { _id, personId, code: given.code, passwordHash });
  // A promised role comes with the code, or neither does.
  const person = invited?.invitation?.membership ? await inTransaction(take) : await take();
  deps.actors.forget(personId);
  // Whoever was removed meanwhile has no role left to sign in with.
  if (!person || !isStaff(person)) throw new AppError("staff_invitation_refused");
  for (const key of counted) await deps.limits.forgive("secret", key);
  return person;
}

interface Taking {
  readonly _id: string;
  readonly personId: string;
  readonly code: string;
  readonly passwordHash: string;
}

/** One conditional update takes the code. @returns whose it was, with what she is now; null when it was not good */
async function takeCode(
  { sealer, clock }: Pick<Deps, "sealer" | "clock">,
  { _id, personId, code, passwordHash }: Taking,
): Promise<PersonDocument | null> {
  const taken = await CredentialModel.findOneAndUpdate(
    {
      _id,
      "invitation.codeIndex": invitationIndexOf(sealer, { personId, code }),
      "invitation.expiresAt": trusted({ $gt: new Date(clock.now()) }),
    },
    { $set: { passwordHash }, $unset: { invitation: 1 } },
  ).lean();
  if (!taken) return null;
  const membership = taken.invitation?.membership;
  return membership ? takeUpRole({ personId, membership }) : findPerson(personId);
}
