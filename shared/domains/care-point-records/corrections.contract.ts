import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Id, ServiceDate, text } from "@shared/core/primitives";

/** What is wrong with an entry: 电话不对, 时间不对, 已经不开了, 进不去, 别的. */
export const CorrectionKind = z.enum(["phone", "hours", "closed", "access", "other"]);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

/** What the care point made of it: 改好了, 不是这样. */
export const CorrectionAnswer = z.enum(["taken_over", "not_so"]);
export type CorrectionAnswer = z.infer<typeof CorrectionAnswer>;

export const CORRECTION_LONGEST = 200;
export const ANSWER_LONGEST = 100;

const correction = {
  id: Id,
  what: CorrectionKind,
  /** In the person's words. */
  sentence: z.nullable(z.string()),
  /** "11月22日 星期日". */
  reportedLabel: z.string(),
  /** The last day on time, "11月25日 星期三". */
  dueLabel: z.string(),
  isOverdue: z.boolean(),
  /** Whether the answer reaches somebody. */
  isAnswerRead: z.boolean(),
};
/** Something somebody says is wrong, as those see it who answer; who said it stays out of it. */
export const Correction = z.object(correction);
export type Correction = z.infer<typeof Correction>;

/** One that a care point did not answer in time, with whom to ring up there. */
export const OfficeCorrection = z.object({
  ...correction,
  carePointId: Id,
  carePointName: z.string(),
  phone: z.string(),
});
export type OfficeCorrection = z.infer<typeof OfficeCorrection>;

/** 信息不对？告诉我们: who comes by says what is wrong, who works there answers. */
export const correctionsContract = defineContract({
  name: "corrections",
  errors: {},
  endpoints: {
    reportCorrection: {
      method: "POST",
      access: "public",
      keyed: true,
      path: "/corrections",
      summary: "Say what is wrong with an entry",
      body: z.strictObject({
        carePointId: Id,
        what: CorrectionKind,
        sentence: z.optional(text({ max: CORRECTION_LONGEST })),
      }),
      response: z.object({
        /** Who answers, and whom to ring up meanwhile. */
        answeredBy: z.string(),
        phone: z.string(),
        /** The last day on time. */
        answerUntil: ServiceDate,
        /** "11月25日 星期三". */
        answerLabel: z.string(),
        /** The answer comes into the inbox; a guest has none. */
        isToldInInbox: z.boolean(),
      }),
    },
    listOwnCorrections: {
      method: "GET",
      access: "signed-in",
      path: "/corrections",
      summary: "What a care point has yet to answer, the most urgent first; opening it is audited",
      query: z.strictObject({ carePointId: Id }),
      response: z.object({ corrections: z.array(Correction) }),
    },
    listOfficeCorrections: {
      method: "GET",
      access: "signed-in",
      path: "/corrections/office",
      summary: "What care points of a region did not answer in time, longest first; opening it is audited",
      query: z.strictObject({ regionId: Id }),
      response: z.object({ corrections: z.array(OfficeCorrection) }),
    },
    settleCorrection: {
      method: "POST",
      access: "signed-in",
      keyed: true,
      path: "/corrections/:correctionId/answers",
      summary: "Say what became of it; a person who is signed in is told",
      params: z.strictObject({ correctionId: Id }),
      body: z.strictObject({ answer: CorrectionAnswer, words: z.optional(text({ max: ANSWER_LONGEST })) }),
      response: z.object({ correctionId: Id, answer: CorrectionAnswer }),
    },
  },
});
