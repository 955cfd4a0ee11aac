import { auditEvent } from "@server/core/audit/audit-event";
import type { Deps } from "@server/core/deps";
import { toNameKey } from "@server/core/pinyin";
import { CredentialModel } from "./credential.model";
import { hashPassword } from "./passwords";
import { PersonModel, type Membership, type Office } from "./person.model";
import { endSessionsOf } from "./sessions";

interface Enrolment {
  readonly personId: string;
  readonly memberships: readonly Membership[];
  readonly offices?: readonly Office[];
  /** Name to sign in with; full and half width, upper and lower case are one. */
  readonly loginName: string;
  readonly password: string;
  /** Who gives them to her; absent: the operator, by a command. */
  readonly actorId?: string;
}

const OPERATOR = "operator";

/**
 * Gives a person her roles and the name and password that open them. Sessions from before end: whoever holds one signed
 * in without that password.
 */
export async function enrolStaff(deps: Pick<Deps, "actors" | "clock">, enrolment: Enrolment): Promise<void> {
  const { personId, memberships, offices = [], loginName, password, actorId = OPERATOR } = enrolment;
  const passwordHash = await hashPassword(password);
  const subject = { type: "person", id: personId };
  const outbox = auditEvent({ act: "accounts.enrol-staff", actorId, subject, now: deps.clock.now() });
  await PersonModel.updateOne({ _id: personId }, { $set: { memberships, offices }, $push: { outbox } });
  await CredentialModel.updateOne(
    { _id: toNameKey(loginName) },
    { $set: { personId, loginName, passwordHash } },
    { upsert: true },
  );
  await endSessionsOf(deps, personId);
}
