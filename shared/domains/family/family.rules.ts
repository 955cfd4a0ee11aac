import { heldOn } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { BondLength, FamilyScope, Relation } from "./family.contract";

/** What holds for acting on an elder's behalf, from a day on. */
export interface FamilyRules {
  readonly since: ServiceDate;
  readonly source: string;
  /** How long an invitation code is good. */
  readonly codeMinutes: number;
  /** Days that a bond lasts, today not counted; null: until one of the two ends it. */
  readonly bondDays: Readonly<Record<BondLength, number | null>>;
  /** What is offered first. */
  readonly usualLength: BondLength;
  /** How many may act for one elder at a time: she must still know who they are. */
  readonly helpersPerElder: number;
  /** For how many one person may act: a family's old people or a community worker's round, not a call centre. */
  readonly eldersPerHelper: number;
}

/** Later rows replace earlier ones from their day on. */
const familyRules: readonly FamilyRules[] = [
  {
    since: "2026-11-01",
    source:
      "民法典 第一百六十五条（授权要写明代理事项、权限和期限）、第一百七十三条（期限届满、被代理人取消或代理人辞去，代理即终止）；期限、人数和码的时效由一刻自定",
    codeMinutes: 15,
    bondDays: { month: 30, year: 365, open: null },
    usualLength: "year",
    helpersPerElder: 5,
    eldersPerHelper: 8,
  },
];

/** The rules of a day. @throws Error before the first row */
export const familyRulesOn = (day: ServiceDate): FamilyRules => heldOn(familyRules, day);

/** Who somebody is to the elder; read before the name: 女儿小敏. */
export const relationWords = {
  daughter: "女儿",
  son: "儿子",
  spouse: "老伴",
  grandchild: "孙辈",
  relative: "亲戚",
  neighbour: "邻居",
  community_worker: "社区工作人员",
} as const satisfies Record<Relation, string>;

/** What a helper may do, as the elder reads it. */
export const scopeWords = {
  meals: "订餐、取消，看取餐码",
  care_notes: "看和改忌口、过敏",
} as const satisfies Record<FamilyScope, string>;

/** For how long, as the elder chooses it. */
export const lengthWords = {
  month: "30 天",
  year: "一年",
  open: "一直有效，直到取消",
} as const satisfies Record<BondLength, string>;
