import type { StaffRole } from "@shared/core/roles";
import { AppError, notFound } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import type { Deps } from "@server/core/deps";
import { CredentialModel } from "./credential.model";
import { PersonModel, type PersonDocument } from "./person.model";
import { endSessionsOf } from "./sessions";

interface Change {
  readonly actorId: string;
  readonly carePointId: string;
  readonly personId: string;
}

type ChangeDeps = Pick<Deps, "actors" | "clock">;

const noteOf = (deps: ChangeDeps, { actorId, carePointId, personId }: Change, act: string) =>
  auditEvent({ act, actorId, subject: { type: "person", id: personId }, carePointId, now: deps.clock.now() });

/** Nobody takes her own role away: a care point would be left without a manager by a slip of the finger. */
function refuseOneself({ actorId, personId }: Change): void {
  if (actorId === personId) throw new AppError("own_role");
}

/**
 * Gives a colleague another role at a care point. Her sessions end, so that no token outlives the role it was given for.
 * @throws AppError own_role; not_found when she does not work there
 */
export async function changeStaffRole(deps: ChangeDeps, change: Change & { role: StaffRole }): Promise<PersonDocument> {
  refuseOneself(change);
  const { personId: _id, carePointId, role } = change;
  const person = await againOnConflict(() =>
    PersonModel.findOneAndUpdate(
      { _id, "memberships.carePointId": carePointId },
      { $set: { "memberships.$.role": role }, $push: { outbox: noteOf(deps, change, "staff.change-staff-role") } },
      { returnDocument: "after" },
    )
      .lean<PersonDocument>()
      .exec(),
  );
  if (!person) throw notFound();
  await endSessionsOf(deps, _id);
  return person;
}

/**
 * A colleague leaves a care point: her role, her sessions and, with her last role, her password end. Doing it again
 * finishes what broke off and changes nothing else.
 * @throws AppError own_role
 */
export async function removeStaff(deps: ChangeDeps, change: Change): Promise<void> {
  refuseOneself(change);
  const { personId: _id, carePointId } = change;
  await againOnConflict(() =>
    PersonModel.updateOne(
      { _id, "memberships.carePointId": carePointId },
      { $pull: { memberships: { carePointId } }, $push: { outbox: noteOf(deps, change, "staff.remove-staff") } },
    ),
  );
  await endSessionsOf(deps, _id);
  const left = await PersonModel.findById(_id).select({ memberships: 1 }).lean();
  if (left?.memberships.length === 0) await CredentialModel.deleteMany({ personId: _id });
}
