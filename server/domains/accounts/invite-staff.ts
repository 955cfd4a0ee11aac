import type * as z from "zod/mini";
import type { staffContract } from "@shared/domains/accounts/staff.contract";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { toNameKey } from "@server/core/pinyin";
import { CredentialModel, type CredentialDocument } from "./credential.model";
import { invitationCode, invitationIndexOf } from "./invitation-code";
import { PersonModel } from "./person.model";
import { searchKeysOf } from "./personal-values";

/** Long enough for the next shift. */
const INVITATION_HOURS = 24;

type Colleague = z.infer<(typeof staffContract)["endpoints"]["inviteStaff"]["body"]>;

interface Invitation {
  readonly actorId: string;
  readonly key: string;
  readonly body: Colleague;
}

/**
 * Takes a new colleague on.
 *
 * - She has her role from now on, and no way in until she has chosen a password with the code.
 * - A login name belongs to one person; the index decides between two managers at once.
 * - The same request again gives the same person and code: both are made from its key.
 *
 * @throws AppError login_name_taken; key_reused when the key invited somebody else
 */
export async function inviteStaff(deps: Pick<Deps, "sealer" | "clock">, { actorId, key, body }: Invitation) {
  const personId = stableId("staff", actorId, key);
  const code = invitationCode(deps.sealer, personId);
  const now = deps.clock.now();
  const credential = await reserveName({
    _id: toNameKey(body.loginName),
    personId,
    loginName: body.loginName,
    invitation: {
      codeIndex: invitationIndexOf(deps.sealer, { personId, code }),
      expiresAt: new Date(now + INVITATION_HOURS * 3_600_000),
    },
  });
  const { carePointId, preferredName, role } = body;
  const person = await PersonModel.findOneAndUpdate(
    { _id: personId },
    {
      $setOnInsert: {
        preferredName,
        searchKeys: searchKeysOf(preferredName),
        memberships: [{ carePointId, role }],
        createdAt: new Date(now),
        outbox: [
          auditEvent({
            act: "staff.invite-staff",
            actorId,
            subject: { type: "person", id: personId },
            carePointId,
            now,
          }),
        ],
      },
    },
    { upsert: true, returnDocument: "after", setDefaultsOnInsert: true },
  )
    .lean()
    .orFail();
  const [membership] = person.memberships;
  const isSame = membership?.carePointId === carePointId && membership.role === role;
  if (!isSame || person.preferredName !== preferredName) throw new AppError("key_reused");
  return { person, credential, code, expiresAt: credential.invitation?.expiresAt ?? new Date(now) };
}

/** The name's one holder; a repeat finds its own. */
async function reserveName(wanted: CredentialDocument): Promise<CredentialDocument> {
  const taken = await CredentialModel.findOne({ personId: wanted.personId }).lean<CredentialDocument>();
  if (taken && taken._id !== wanted._id) throw new AppError("key_reused");
  if (taken) return taken;
  try {
    await CredentialModel.create(wanted);
    return wanted;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const standing = await CredentialModel.findById(wanted._id).lean<CredentialDocument>();
    if (standing?.personId !== wanted.personId) throw new AppError("login_name_taken");
    return standing;
  }
}
