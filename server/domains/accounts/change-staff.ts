import type { StaffRole } from "@shared/core/roles";
import { AppError, notFound } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { inTransaction } from "@server/core/db/in-transaction";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { CredentialModel } from "./credential.model";
import { isStaff, PersonModel, type PersonDocument } from "./person.model";
import { SessionModel } from "./session.model";

interface Change {
  readonly actorId: string;
  readonly carePointId: string;
  readonly personId: string;
}

type ChangeDeps = Pick<Deps, "actors" | "clock">;

interface By {
  /** The endpoint's stem with its contract, for the audit. */
  readonly act: string;
  /** Changes the colleague's document; null when she does not work there. */
  readonly write: () => Promise<PersonDocument | null>;
}

/**
 * Changes a colleague, ends her sessions and, with her last role, her password, and writes that down with the manager who
 * does it, in one transaction: all of it or nothing. Nobody takes her own role away, and of two managers who change each
 * other at once one meets the other's write, is no manager when she tries again, and changes nothing. So a care point
 * keeps the last who changed anybody.
 * @returns the colleague as she now is; null, and nothing changed, when she does not work there
 * @throws AppError own_role; forbidden when she is no manager there any more
 */
async function changeAsManager(
  { actors, clock }: ChangeDeps,
  change: Change,
  { act, write }: By,
): Promise<PersonDocument | null> {
  const { actorId, carePointId, personId } = change;
  if (actorId === personId) throw new AppError("own_role");
  const note = auditEvent({ act, actorId, subject: { type: "person", id: personId }, carePointId, now: clock.now() });
  const manages = { carePointId, role: "care_point_manager" } as const;
  const person = await inTransaction(async () => {
    const changed = await write();
    if (!changed) return null;
    const manager = { _id: actorId, memberships: trusted({ $elemMatch: manages }) };
    const { matchedCount } = await PersonModel.updateOne(manager, { $push: { outbox: note } });
    if (matchedCount === 0) throw new AppError("forbidden");
    await SessionModel.deleteMany({ personId });
    if (!isStaff(changed)) await CredentialModel.deleteMany({ personId });
    return changed;
  });
  if (person) actors.forget(personId);
  return person;
}

/**
 * Gives a colleague another role at a care point. Her sessions end, so that no token outlives the role it was given for.
 * @throws AppError own_role, forbidden; not_found when she does not work there
 */
export async function changeStaffRole(deps: ChangeDeps, change: Change & { role: StaffRole }): Promise<PersonDocument> {
  const { personId: _id, carePointId, role } = change;
  const write = () =>
    PersonModel.findOneAndUpdate(
      { _id, "memberships.carePointId": carePointId },
      { $set: { "memberships.$.role": role } },
      { returnDocument: "after" },
    )
      .lean<PersonDocument>()
      .exec();
  const person = await changeAsManager(deps, change, { act: "staff.change-staff-role", write });
  if (!person) throw notFound();
  return person;
}

/**
 * A colleague leaves a care point: her role, her sessions and, with her last role, her password end. Doing it again, or
 * to somebody who does not work there, changes nothing.
 * @throws AppError own_role, forbidden
 */
export async function removeStaff(deps: ChangeDeps, change: Change): Promise<void> {
  const { personId: _id, carePointId } = change;
  const write = () =>
    PersonModel.findOneAndUpdate(
      { _id, "memberships.carePointId": carePointId },
      { $pull: { memberships: { carePointId } } },
      { returnDocument: "after" },
    )
      .lean<PersonDocument>()
      .exec();
  await changeAsManager(deps, change, { act: "staff.remove-staff", write });
}
