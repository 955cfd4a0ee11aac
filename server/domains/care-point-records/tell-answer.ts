import type { CaseModel } from "@server/core/cases/case.model";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import type { OutboxSource } from "@server/core/outbox/outbox";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { notify, type NoticeContent } from "@server/domains/notices/index";

interface Answered {
  readonly _id: string;
  readonly carePointId: string;
}

interface Answering<Case extends Answered> {
  readonly collection: string;
  readonly model: CaseModel<Case>;
  /** The event after which somebody is told. */
  readonly settled: string;
  /** Who asked; null for a guest and for somebody who has left. */
  readonly askedBy: (answered: Case) => string | null;
  readonly noticeOf: (deps: Deps, answered: Case, carePointName: string) => NoticeContent | Promise<NoticeContent>;
}

/** Tells whoever asked what was answered. The words are read from the case: events are not sealed. */
export const tellAnswers = <Case extends Answered>(answering: Answering<Case>): OutboxSource => ({
  collection: answering.collection,
  deliver: async (deps, events) => {
    const { model, settled, askedBy, noticeOf } = answering;
    const answers = events.filter(({ type }) => type === settled);
    const ids = answers.map(({ documentId }) => documentId);
    const cases = await model
      .find({ _id: trusted({ $in: ids }) } as never)
      .limit(ids.length)
      .lean<Case[]>();
    for (const { id: key, documentId, at } of answers) {
      const answered = cases.find(({ _id }) => _id === documentId);
      const personId = answered && askedBy(answered);
      if (!answered || !personId) continue;
      const { carePointId } = answered;
      const carePointName = (await findCarePointLabels([carePointId])).get(carePointId)?.name ?? "照护点";
      const notice = await noticeOf(deps, answered, carePointName);
      await notify({ key, personId, carePointId, now: at?.getTime() ?? deps.clock.now(), notice });
    }
  },
});
