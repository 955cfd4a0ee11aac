import type { mergeContract } from "@shared/domains/accounts/merge.contract";
import { notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { findPerson } from "./accounts.queries";
import { answerMerge } from "./merge-people";
import { mergePolicy as policy } from "./merge.policy";
import { presentMergeQuestion } from "./merge.presenter";
import { findMerge } from "./merge.queries";
import { openBirthDate } from "./personal-values";

export const createMergeHandlers = (deps: Deps): Handlers<typeof mergeContract> => ({
  getMergeQuestion: async ({ actor, authorize }) => {
    authorize(policy.getMergeQuestion(actor, undefined));
    const merge = await findMerge(actor.id);
    const record = merge?.state === "asked" ? await findPerson(merge.recordId) : null;
    return { question: record && presentMergeQuestion(record, openBirthDate(deps.sealer, record)) };
  },

  answerMergeQuestion: async ({ actor, authorize, body: { isMe, birthDate } }) => {
    const merge = await findMerge(actor.id);
    authorize(policy.answerMergeQuestion(actor, merge));
    if (!merge) throw notFound();
    return answerMerge(deps, { merge, isMe, birthDate });
  },
});
