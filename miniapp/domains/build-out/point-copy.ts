import type { MealPoint, MealPointState, Survey, TimelineRow } from "@shared/domains/build-out/build-out-shapes";
import { kitchenKindWords } from "@shared/domains/build-out/build-out-shapes";
import { dayWords } from "@miniapp/core/day-words";
import { weekLines } from "@miniapp/domains/care-point-records/index";

/** What a state means for the person who opens the point, in a sentence. */
export const stateSentences: Readonly<Record<MealPointState, string>> = {
  proposed: "报上来了。要有人去看地方、填摸排表，填好再交。",
  surveyed: "摸排交上来了。要两个人核查，都同意才能建。",
  verified: "核查通过了，可以动工。建好了在这里说一声。",
  rejected: "核查没有通过，这个点位不建了。",
  built: "建好了。挂上牌子，填牌号，就算建成。",
  plated: "挂牌了。公布以后，市民才找得到。",
  published: "公布了，市民在“附近”里找得到。开始供餐就点一下。",
  operating: "正在供餐。",
  suspended: "暂停了，市民现在找不到它。",
  closed: "关停了，不再算建成。",
};

/** Whether a second person is still needed, and who was first. */
export function secondPersonWords({ firstYes }: Pick<MealPoint, "firstYes">): string {
  if (firstYes === null) return "核查要两个人。您是第一个，您同意以后，还要另一位同事同意。";
  if (firstYes.isYou) return "您已经同意了，还要另一位同事同意。您还可以退回。";
  return `${firstYes.person ?? "一位同事"}已经同意。您再同意，核查就通过了。`;
}

/** The nearer place with meals: a warning that stops nobody. */
export const clashWords = ({ name, metres, withinMetres }: NonNullable<MealPoint["clash"]>): string =>
  `离“${name}”只有 ${metres} 米，不到 ${withinMetres} 米。不拦着建，核查的时候请想一想要不要两个。`;

function licenceWords(licence: Survey["licence"]): string {
  if (licence === null) return "还没有食品经营许可证";
  const until = licence.expiresOn === null ? "" : `，有效到${dayWords(licence.expiresOn)}`;
  return `食品经营许可证 ${licence.number}${until}`;
}

/** A survey line by line, as sentences rather than a form. */
export function surveyLines(survey: Survey): string[] {
  const { phone, position, kitchenKind, eldersWithin, licence, openingHours, notes, savedLabel } = survey;
  return [
    `500 米内有 ${eldersWithin.count} 位老人（${eldersWithin.source}）`,
    kitchenKindWords[kitchenKind],
    licenceWords(licence),
    ...(openingHours.length === 0 ? [] : weekLines({ openingHours }).map((line) => `供餐 ${line}`)),
    `电话 ${phone}`,
    `位置 北纬 ${position.latitude}，东经 ${position.longitude}`,
    ...(notes === null ? [] : [notes]),
    `${savedLabel} 填的`,
  ];
}

/** "11月22日 10:05，孙科长". */
export const stepNote = ({ atLabel, person }: TimelineRow): string =>
  person === null ? atLabel : `${atLabel}，${person}`;
