import { heldOn } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";

/** What a person agrees to when she has her allergies and diet kept. */
export interface CareNotesConsent {
  readonly since: ServiceDate;
  readonly source: string;
  /** Kept with every consent that was given to these words. */
  readonly version: string;
  /** What she reads before she says yes. */
  readonly words: string;
}

/** Later rows replace earlier ones from their day on; whoever agreed to earlier words is asked again when she changes something. */
const consents: readonly CareNotesConsent[] = [
  {
    since: "2026-11-01",
    source: "个人信息保护法 第二十八条（健康信息是敏感个人信息）、第二十九条（单独同意）、第十五条（可以撤回）",
    version: "2026-11",
    words:
      "过敏和忌口是健康信息。一刻只用它在菜单上提醒您，加密保存；只有您自己和您让管忌口的家人看得到。不登记照样能订餐，随时可以撤回，撤回就删掉。",
  },
];

/** The words of a day. @throws Error before the first row */
export const careNotesConsentOn = (day: ServiceDate): CareNotesConsent => heldOn(consents, day);
