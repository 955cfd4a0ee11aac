import { heldOn } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { ChangeAnswer, ChangeKind, RecordChange } from "./record-changes.contract";

/** What holds for an office that verifies entries, from a day on. */
interface VerifyingRules {
  readonly since: ServiceDate;
  readonly source: string;
  /** Working days within which the office answers a proposed change, and a claim; the day of asking not counted. */
  readonly changeWorkingDays: number;
  readonly claimWorkingDays: number;
  /** A position further than so many metres from its region's seat is asked about. */
  readonly surroundingsMetres: number;
}

/** Later rows replace earlier ones from their day on. */
const verifyingRules: readonly VerifyingRules[] = [
  {
    since: "2026-11-01",
    source:
      "没有统一规定；一刻自定：改名称、换位置五个工作日内看一遍，认领要打电话核实，七个工作日；一个县方圆三十公里",
    changeWorkingDays: 5,
    claimWorkingDays: 7,
    surroundingsMetres: 30_000,
  },
];

/** The rules of a day. @throws Error before the first row */
export const verifyingRulesOn = (day: ServiceDate): VerifyingRules => heldOn(verifyingRules, day);

/** What is to be changed, as people choose it. */
export const changeWords = {
  name: "名称",
  position: "位置",
  services: "服务项目",
  kinds: "类别",
  operator: "运营单位",
} as const satisfies Record<ChangeKind, string>;

/** What the office said. */
export const changeAnswerWords = {
  approved: "同意",
  turned_down: "不同意",
} as const satisfies Record<ChangeAnswer, string>;

/** Where a proposed change stands. */
export const changeStateWords = {
  open: "等核实",
  ...changeAnswerWords,
  withdrawn: "撤回了",
} as const satisfies Record<RecordChange["state"], string>;
