import { heldOn } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { CorrectionAnswer, CorrectionKind } from "./corrections.contract";

/** What holds for answering corrections, from a day on. */
interface CorrectionRules {
  readonly since: ServiceDate;
  readonly source: string;
  /** Working days within which a care point answers, the day of the report not counted. */
  readonly answerWorkingDays: number;
}

/** Later rows replace earlier ones from their day on. */
const correctionRules: readonly CorrectionRules[] = [
  {
    since: "2026-11-01",
    source: "没有统一规定；一刻自定：核对一个电话、改一个时间，三个工作日够了",
    answerWorkingDays: 3,
  },
];

/** The rules of a day. @throws Error before the first row */
export const correctionRulesOn = (day: ServiceDate): CorrectionRules => heldOn(correctionRules, day);

/** What is wrong, as people choose it. */
export const correctionWords = {
  phone: "电话不对",
  hours: "时间不对",
  closed: "已经不开了",
  access: "进不去",
  other: "别的",
} as const satisfies Record<CorrectionKind, string>;

/** What became of it. */
export const answerWords = {
  taken_over: "改好了",
  not_so: "不是这样",
} as const satisfies Record<CorrectionAnswer, string>;
