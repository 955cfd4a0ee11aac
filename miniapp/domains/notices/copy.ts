import type { CallOutcome } from "@shared/domains/notices/notices.contract";

/** How a call can end, in the order in which the counter asks. */
export const outcomeWords: Readonly<Record<CallOutcome, string>> = {
  reached: "打通了，已告诉",
  no_answer: "没人接",
  will_call_back: "等对方回电",
  wrong_number: "号码不对",
};
