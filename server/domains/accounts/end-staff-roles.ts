import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { inTransaction } from "@server/core/db/in-transaction";
import type { Deps } from "@server/core/deps";
import { CredentialModel } from "./credential.model";
import { isStaff, PersonModel, type PersonDocument } from "./person.model";
import { SessionModel } from "./session.model";

/** More than any care point has. */
const STAFF_AT_MOST = 200;

interface Ending {
  readonly carePointId: string;
  readonly actorId: string;
}

/**
 * Everybody who works at a care point leaves it: their roles there, their sessions and, with the last role, their
 * passwords end. For a transaction of the caller; whoever commits it forgets the actors.
 * @returns who worked there
 */
export async function endStaffRoles(
  { clock }: Pick<Deps, "clock">,
  { carePointId, actorId }: Ending,
): Promise<readonly string[]> {
  const people = await PersonModel.find({ "memberships.carePointId": carePointId })
    .select({ _id: 1 })
    .limit(STAFF_AT_MOST)
    .lean<Pick<PersonDocument, "_id">[]>();
  for (const { _id: personId } of people) await takeRole({ clock }, { personId, carePointId, actorId });
  return people.map(({ _id }) => _id);
}

/**
 * Somebody leaves the care point where she works, by herself: also the last manager, the entry then has none. Her
 * sessions end, and with her last role her password.
 * @throws AppError forbidden when she does not work there any more
 */
export async function leaveCarePoint(
  { clock, actors }: Pick<Deps, "clock" | "actors">,
  { personId, carePointId, act }: { personId: string; carePointId: string; act: string },
): Promise<void> {
  await inTransaction(async () => {
    const left = await takeRole({ clock }, { personId, carePointId, actorId: personId, act });
    if (!left) throw new AppError("forbidden");
  });
  actors.forget(personId);
}

interface Taking extends Ending {
  readonly personId: string;
  /** The endpoint's stem with its contract, for the audit. */
  readonly act?: string;
}

async function takeRole(
  { clock }: Pick<Deps, "clock">,
  { personId, carePointId, actorId, act = "staff.end-roles" }: Taking,
): Promise<boolean> {
  const subject = { type: "person", id: personId };
  const outbox = auditEvent({ act, actorId, subject, carePointId, now: clock.now() });
  const person = await PersonModel.findOneAndUpdate(
    { _id: personId, "memberships.carePointId": carePointId },
    { $pull: { memberships: { carePointId } }, $push: { outbox } },
    { returnDocument: "after" },
  ).lean<PersonDocument>();
  if (!person) return false;
  await SessionModel.deleteMany({ personId });
  if (!isStaff(person)) await CredentialModel.deleteMany({ personId });
  return true;
}
