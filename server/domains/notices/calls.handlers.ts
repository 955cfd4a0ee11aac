import type { noticesContract } from "@shared/domains/notices/notices.contract";
import { notFound } from "@server/core/app-error";
import { recordRead } from "@server/core/audit/record-read";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { findContacts } from "@server/domains/accounts/index";
import { noticesPolicy as policy } from "./notices.policy";
import { presentCall } from "./notices.presenter";
import { findCalls, findNotice } from "./notices.queries";
import { recordCallOutcome } from "./record-call-outcome";

type CallsHandlers = Pick<Handlers<typeof noticesContract>, "listCalls" | "recordCallOutcome">;

/** What the counter does for people whom no message reached. */
export const createCallsHandlers = (deps: Deps): CallsHandlers => ({
  listCalls: async ({ actor, authorize, query: { carePointId } }) => {
    authorize(policy.listCalls(actor, { carePointId }));
    const now = deps.clock.now();
    const subject = { type: "call-list", id: carePointId };
    await recordRead({ actorId: actor.id, act: "notices.list-calls", subject, carePointId, now });
    const notices = await findCalls(carePointId);
    const readers = await findContacts(
      deps,
      notices.map(({ personId }) => personId),
    );
    return { calls: notices.map((notice) => presentCall(notice, { reader: readers.get(notice.personId), now })) };
  },

  recordCallOutcome: async ({ actor, authorize, key, params: { noticeId }, body: { outcome } }) => {
    const notice = await findNotice(noticeId);
    if (!notice) throw notFound();
    authorize(policy.recordCallOutcome(actor, notice));
    return recordCallOutcome({ notice, outcome, actorId: actor.id, key, now: deps.clock.now() });
  },
});
