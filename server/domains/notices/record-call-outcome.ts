import type { CallOutcome } from "@shared/domains/notices/notices.contract";
import { AppError, notFound } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import { trusted } from "@server/core/db/trusted";
import { stableId } from "@server/core/ids";
import { NoticeModel, type NoticeDocument } from "./notice.model";
import { findNotice } from "./notices.queries";

interface CallMade {
  readonly notice: NoticeDocument;
  readonly outcome: CallOutcome;
  readonly actorId: string;
  readonly key: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Notes down how a call ended.
 *
 * - Whoever was reached leaves the list; everybody else stays on it with what was tried.
 * - The same note sent again is one call.
 *
 * @throws AppError not_found when nobody is to be rung up about this notice, key_reused when the key noted something else
 */
export async function recordCallOutcome(made: CallMade): Promise<{ isDone: boolean }> {
  const { notice, outcome, actorId, key, now } = made;
  if (notice.delivery !== "to_call" && notice.delivery !== "called") throw notFound();
  const id = stableId(actorId, key);
  const isDone = outcome === "reached";
  const noted = await againOnConflict(() =>
    NoticeModel.updateOne(
      { _id: notice._id, "calls.id": trusted({ $ne: id }) },
      {
        $push: { calls: { id, outcome, at: new Date(now), by: actorId }, outbox: auditEvent(noteOf(made)) },
        ...(isDone ? { $set: { delivery: "called" } } : {}),
      },
    ),
  );
  if (noted.modifiedCount === 0) await checkRepeat({ noticeId: notice._id, id, outcome });
  return { isDone };
}

async function checkRepeat({ noticeId, id, outcome }: { noticeId: string; id: string; outcome: CallOutcome }) {
  const known = (await findNotice(noticeId))?.calls.find((call) => call.id === id);
  if (known?.outcome !== outcome) throw new AppError("key_reused");
}

const noteOf = ({ notice, actorId, now }: CallMade) => ({
  act: "notices.record-call-outcome",
  actorId,
  subject: { type: "notice", id: notice._id },
  forPersonId: notice.personId,
  ...(notice.carePointId === null ? {} : { carePointId: notice.carePointId }),
  now,
});
