import { AppError } from "@server/core/app-error";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import { toNameKey } from "@server/core/pinyin";
import { CredentialModel, type CredentialDocument } from "./credential.model";
import { invitationCode, invitationIndexOf } from "./invitation-code";

/** Long enough for a call that is not answered today. */
const INVITATION_HOURS = 72;

interface Inviting {
  /** Why she is invited: the same cause again gives the same code. */
  readonly causeId: string;
  readonly personId: string;
  readonly carePointId: string;
  /** What she is to sign in as; whoever has a name keeps it. */
  readonly loginName: string;
}

interface Invited {
  readonly loginName: string;
  /** Eight digits, told to her by whoever invited her. */
  readonly code: string;
  readonly expiresAt: Date;
}

/**
 * Invites somebody who is registered to manage a care point. She has no role until she takes it up: with the code she
 * chooses her password, and only then works there. For a transaction of the caller.
 * @throws AppError login_name_taken
 */
export async function inviteToManage(deps: Pick<Deps, "sealer" | "clock">, inviting: Inviting): Promise<Invited> {
  const { causeId, personId, carePointId, loginName } = inviting;
  const code = invitationCode(deps.sealer, causeId);
  const expiresAt = new Date(deps.clock.now() + INVITATION_HOURS * 3_600_000);
  const membership = { carePointId, role: "care_point_manager" } as const;
  const codeIndex = invitationIndexOf(deps.sealer, { personId, code });
  const credential = await reserve({
    _id: toNameKey(loginName),
    personId,
    loginName,
    invitation: { codeIndex, expiresAt, membership },
  });
  return { loginName: credential.loginName, code, expiresAt };
}

/** The name she has already, else the wished one while it is nobody's. */
async function reserve(wanted: CredentialDocument): Promise<CredentialDocument> {
  const { personId, invitation } = wanted;
  const own = await CredentialModel.findOneAndUpdate(
    { personId },
    { $set: { invitation } },
    { returnDocument: "after" },
  ).lean<CredentialDocument>();
  if (own) return own;
  // Looked for first: in a transaction a refused write takes everything with it, and the index is the guarantee.
  if (await CredentialModel.findById(wanted._id).select({ _id: 1 }).lean()) throw new AppError("login_name_taken");
  try {
    await CredentialModel.create([wanted]);
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError("login_name_taken") : error;
  }
  return wanted;
}
