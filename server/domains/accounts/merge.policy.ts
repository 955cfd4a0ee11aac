import type { mergeContract } from "@shared/domains/accounts/merge.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import type { PersonMergeDocument } from "./person-merge.model";

export const mergePolicy = {
  /** Everybody about herself: the endpoint names nobody else. */
  getMergeQuestion: (() => "allow") as Policy,
  /** Only to a question that was put to her. */
  answerMergeQuestion: ((actor, merge) =>
    merge?._id === actor.id || merge?.recordId === actor.id ? "allow" : "not_found") satisfies Policy<Pick<
    PersonMergeDocument,
    "_id" | "recordId"
  > | null>,
} satisfies Policies<typeof mergeContract>;
