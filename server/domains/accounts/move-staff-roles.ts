import { auditEvent } from "@server/core/audit/audit-event";
import { inTransaction } from "@server/core/db/in-transaction";
import type { Deps } from "@server/core/deps";
import { PersonModel, type PersonDocument } from "./person.model";

/** More than any care point has. */
const STAFF_AT_MOST = 200;

interface Moving {
  /** The care point that is none any more. */
  readonly from: string;
  readonly to: string;
  readonly actorId: string;
  /** The endpoint's stem with its contract, for the audit. */
  readonly act: string;
}

/**
 * Everybody who works at one care point works at another instead, in the same role; who works there already keeps the role
 * she has. Asked again there is nobody left to move.
 */
export async function moveStaffRoles(
  { clock, actors }: Pick<Deps, "clock" | "actors">,
  { from, to, actorId, act }: Moving,
): Promise<void> {
  const people = await PersonModel.find({ "memberships.carePointId": from })
    .select({ _id: 1 })
    .limit(STAFF_AT_MOST)
    .lean<Pick<PersonDocument, "_id">[]>();
  for (const { _id } of people) {
    await inTransaction(async () => {
      const person = await PersonModel.findById(_id).select({ memberships: 1 }).lean<PersonDocument>();
      if (!person) return;
      const others = person.memberships.filter(({ carePointId }) => carePointId !== from);
      const moved = person.memberships.find(({ carePointId }) => carePointId === from);
      if (!moved) return;
      const isThere = others.some(({ carePointId }) => carePointId === to);
      const memberships = isThere ? others : [...others, { carePointId: to, role: moved.role }];
      const subject = { type: "person", id: _id };
      const event = auditEvent({ act, actorId, subject, carePointId: to, now: clock.now() });
      await PersonModel.updateOne({ _id }, { $set: { memberships }, $push: { outbox: event } });
    });
    actors.forget(_id);
  }
}
