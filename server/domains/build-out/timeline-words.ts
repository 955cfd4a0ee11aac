import type { MealPointAct } from "./meal-point.machine";

const words: Readonly<Record<MealPointAct | "propose", string>> = {
  propose: "提出建点",
  survey: "摸排表存好了",
  pass_survey: "摸排表交上去了",
  agree: "核查：第一人同意",
  verify: "核查：第二人同意，通过了",
  adjust: "核查：退回去再摸排",
  reject: "核查：不建了",
  mark_built: "建成了",
  plate: "挂牌了",
  publish: "对外公布了",
  start_operating: "开始供餐",
  suspend: "暂停供餐",
  resume: "恢复供餐",
  close: "关停了",
  escalate_survey: "摸排过了期限，市里来督办",
  escalate_verification: "核查过了期限，市里来督办",
  escalate_building: "建设过了期限，市里来督办",
  escalate_plaque: "挂牌过了期限，市里来督办",
  escalate_publication: "公布过了期限，市里来督办",
  escalate_opening: "开餐过了期限，市里来督办",
};

/** An act as the timeline tells it. */
export const wordsOfAct = (act: string): string => (act in words ? words[act as keyof typeof words] : act);
