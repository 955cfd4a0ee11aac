import { auditEvent } from "@server/core/audit/audit-event";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import type { Deps } from "@server/core/deps";
import type { Erasure } from "@server/core/personal-data";
import { AccountDeletionModel } from "./account-deletion.model";
import { PersonModel } from "./person.model";

/** What had begun before somebody left may still write for a while: until then a second look is due. */
const SETTLES_MS = 60_000;

type DeletionDeps = Pick<Deps, "clock" | "personalData">;

/**
 * A person leaves (R-X5). In this order, each step repeatable:
 *
 * 1. An intent is written down, with the audit's entry: from here on it will be finished, by her or by the job. Her name
 *    goes first: whoever is told of what follows is told without it.
 * 2. Bookings ahead are cancelled and their portions free again. What she was handed stays as the canteen's record, under
 *    an id that names nobody any more.
 * 3. Bonds on both sides end, and go with invitations and what others did for her.
 * 4. Care notes, then notices and the leaves to send messages.
 * 5. Ways to sign in, then her values, then her sessions, then the person.
 *
 * What carries an event that the audit does not have yet goes when it has. Done is said after a minute, when a further
 * look found nothing: a request under way at that moment leaves nothing behind. The audit keeps her pseudonym.
 */
export async function deleteAccount(deps: DeletionDeps, personId: string): Promise<void> {
  const now = deps.clock.now();
  const at = new Date(now);
  const subject = { type: "person", id: personId };
  const audit = auditEvent({ act: "my-data.delete-account", actorId: personId, subject, now });
  await againOnConflict(() =>
    AccountDeletionModel.updateOne(
      { _id: personId },
      { $setOnInsert: { at, state: "open", outbox: [audit] } },
      { upsert: true },
    ),
  );
  await eraseEverywhere(deps, { personId, at });
}

interface Begun {
  readonly personId: string;
  readonly at: Date;
}

/** Does whatever is left of a deletion that was begun. */
export async function eraseEverywhere(deps: DeletionDeps, { personId, at }: Begun): Promise<void> {
  const now = deps.clock.now();
  await PersonModel.updateOne({ _id: personId }, { $set: { preferredName: null } });
  const parts: Erasure[] = [];
  for (const part of deps.personalData()) parts.push(await part.erase({ personId, now }));
  if (parts.includes("waiting") || now - at.getTime() < SETTLES_MS) return;
  await AccountDeletionModel.updateOne(
    { _id: personId, state: "open" },
    { $set: { state: "done", doneAt: new Date(now) } },
  );
}
