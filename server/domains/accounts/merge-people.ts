import type { ServiceDate } from "@shared/core/primitives";
import { AppError, refusedField } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import type { Erasure } from "@server/core/personal-data";
import { isBirthDateOf } from "./known-people";
import { PersonMergeModel, type PersonMergeDocument } from "./person-merge.model";

/** What had begun before may still write under the old id for a while: until then a second look is due. */
const SETTLES_MS = 60_000;

type MergeDeps = Pick<Deps, "clock" | "sealer" | "limits" | "personalData">;

interface Answer {
  readonly merge: PersonMergeDocument;
  readonly isMe: boolean;
  readonly birthDate: ServiceDate | undefined;
}

/**
 * She says whether the record is hers. The phone is verified by WeChat; the birth date is her proof, five attempts in a
 * quarter of an hour. On no nothing moves, and the number stays with the record until staff decide. On yes, each step
 * repeatable:
 *
 * 1. The question becomes an intent, by one conditional update with the audit's entry: from here on it will be finished,
 *    by her repeat or by the job.
 * 2. Bookings move to the record. Of two for one meal the earlier stays; the later is cancelled and she is told.
 * 3. Bonds on both sides, invitations and what others did for her; a bond between the two ends, nobody acts for herself.
 * 4. Care notes, as the sum of both; notices and leaves to send messages.
 * 5. What she calls herself and where she lives, her WeChat, her sessions; then the emptied person goes.
 *
 * Done is said after a minute, when a further look found nothing left. Repeating any of it changes nothing.
 * @throws AppError merge_birth_date_wrong, invalid_request without a date, slow_down
 */
export async function answerMerge(deps: MergeDeps, { merge, isMe, birthDate }: Answer): Promise<{ merged: boolean }> {
  if (merge.state === "asked" && isMe) await prove(deps, { merge, birthDate });
  if (merge.state === "asked") await settle(deps, { merge, state: isMe ? "open" : "declined" });
  if (merge.state === "declined" || !isMe) return { merged: merge.state === "open" || merge.state === "done" };
  await mergeEverywhere(deps, { ...merge, at: merge.state === "asked" ? new Date(deps.clock.now()) : merge.at });
  return { merged: true };
}

async function prove({ sealer, limits }: MergeDeps, { merge, birthDate }: Pick<Answer, "merge" | "birthDate">) {
  if (birthDate === undefined) throw refusedField("body.birthDate", "missing");
  const counted = `merge ${merge._id}`;
  await limits.consume("secret", counted);
  if (!(await isBirthDateOf(sealer, { personId: merge.recordId, birthDate }))) {
    throw new AppError("merge_birth_date_wrong");
  }
  await limits.forgive("secret", counted);
}

interface Settling {
  readonly merge: PersonMergeDocument;
  readonly state: "open" | "declined";
}

async function settle({ clock }: MergeDeps, { merge: { _id, recordId }, state }: Settling): Promise<void> {
  const now = clock.now();
  const subject = { type: "person", id: recordId };
  const act = "merge.answer-merge-question";
  const reason = state === "open" ? "是我" : "不是我";
  const outbox = auditEvent({ act, actorId: _id, subject, forPersonId: recordId, reason, now });
  const answered = await PersonMergeModel.updateOne(
    { _id, recordId, state: "asked" },
    { $set: { state, at: new Date(now) }, $push: { outbox } },
  );
  if (answered.matchedCount > 0) return;
  // A twin of this request was first: what it said stands.
  const isSame = await PersonMergeModel.exists({ _id, recordId, state: trusted({ $in: [state, "done"] as const }) });
  if (!isSame) throw new AppError("state_changed");
}

/** Does whatever is left of a merge that she agreed to. */
export async function mergeEverywhere(
  deps: Pick<Deps, "clock" | "personalData">,
  { _id, recordId, at }: Pick<PersonMergeDocument, "_id" | "recordId" | "at">,
): Promise<void> {
  const now = deps.clock.now();
  const parts: Erasure[] = [];
  for (const part of deps.personalData()) parts.push(await part.merge({ from: _id, to: recordId, now }));
  if (parts.includes("waiting") || now - at.getTime() < SETTLES_MS) return;
  await PersonMergeModel.updateOne({ _id, state: "open" }, { $set: { state: "done", at: new Date(now) } });
}
