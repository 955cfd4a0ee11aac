import type { MessageTemplate } from "@shared/domains/notices/notices.contract";

/** A lunch that a notice speaks of, in words. */
export interface MealFacts {
  /** "11月23日 星期一 午饭". */
  readonly when: string;
  /** "2026年11月23日 11:30", as WeChat wants a time. */
  readonly servesFrom: string;
  readonly carePointName: string;
  readonly dishName: string;
  readonly bookingId: string;
}

/** Where else one can eat that day. */
export interface OtherCanteen {
  readonly name: string;
  readonly phone: string;
  /** Null when the way is not known. */
  readonly walkMinutes: number | null;
}

/** Everything Yike tells people by itself. */
export type NoticeContent =
  | { readonly template: "meal_booked"; readonly meal: MealFacts }
  | { readonly template: "meal_reminder"; readonly meal: MealFacts }
  | {
      readonly template: "meal_cancelled_by_kitchen";
      readonly meal: MealFacts;
      /** In the kitchen's words: "停水". */
      readonly reason: string;
      readonly alternative: OtherCanteen | null;
    }
  | {
      readonly template: "acted_for_you";
      readonly by: string;
      /** "订了11月23日 星期一 午饭，红旗社区食堂的红烧豆腐套餐". */
      readonly deed: string;
      readonly bookingId: string | null;
    }
  | { readonly template: "family_joined" | "family_ended"; readonly name: string }
  | {
      readonly template: "correction_answered";
      readonly carePointName: string;
      readonly isTakenOver: boolean;
      /** In the care point's words. */
      readonly words: string | null;
    }
  | {
      readonly template: "change_answered";
      readonly carePointName: string;
      /** "名称". */
      readonly what: string;
      readonly isApproved: boolean;
      /** In the office's words. */
      readonly words: string | null;
    }
  | {
      readonly template: "claim_answered";
      readonly carePointName: string;
      /** "红旗区民政局". */
      readonly officeName: string;
      readonly isApproved: boolean;
      readonly words: string | null;
    };

export type NoticeTemplate = NoticeContent["template"];

interface NoticeTexts {
  readonly title: string;
  readonly sentence: string;
  readonly bookingId: string | null;
  /** Keywords of the subscription message: thing1 what, thing2 where or who, time3 when, thing4 remark. */
  readonly message: Readonly<Record<string, string>>;
}

interface DeliveryRule {
  /** The subscription message that can carry it. */
  readonly message?: MessageTemplate;
  /** When the care point rings up because no message arrived: always, or for who had asked for one. */
  readonly call?: "always" | "when_asked";
  /** What the person did herself a moment ago is kept, not announced. */
  readonly isKnown?: true;
}

export const deliveryRules: Readonly<Record<NoticeTemplate, DeliveryRule>> = {
  meal_booked: { message: "meal_booked", isKnown: true },
  meal_reminder: { message: "meal_reminder", call: "when_asked" },
  meal_cancelled_by_kitchen: { message: "meal_cancelled_by_kitchen", call: "always" },
  acted_for_you: { message: "acted_for_you" },
  family_joined: {},
  family_ended: {},
  correction_answered: {},
  change_answered: {},
  claim_answered: {},
};

const titles: Readonly<Record<NoticeTemplate, string>> = {
  meal_booked: "订好了",
  meal_reminder: "别忘了吃饭",
  meal_cancelled_by_kitchen: "食堂取消了这一餐",
  acted_for_you: "有人替您办了事",
  family_joined: "家人可以帮您了",
  family_ended: "家人不再帮您",
  correction_answered: "您说的不对，有回音了",
  change_answered: "您提出的修改，有回音了",
  claim_answered: "您认领的地方，有回音了",
};

/** A keyword of type `thing` holds at most so many characters (WeChat, 订阅消息参数值内容限制). */
const THING_MAX = 20;
const thing = (text: string): string => {
  const characters = Array.from(text);
  return characters.length <= THING_MAX ? text : `${characters.slice(0, THING_MAX - 1).join("")}…`;
};

/** The words of a notice, for the inbox and for WeChat. */
export function textsOf(content: NoticeContent): NoticeTexts {
  const title = titles[content.template];
  switch (content.template) {
    case "meal_booked":
      return { title, ...mealTexts(content.meal, `${mealSentence(content.meal)}，订好了。`) };
    case "meal_reminder":
      return { title, ...mealTexts(content.meal, `${mealSentence(content.meal)}，记得去吃。`) };
    case "meal_cancelled_by_kitchen": {
      const { meal, reason, alternative } = content;
      const sentence = `${mealSentence(meal)}，因为${reason}不能做了，已替您取消，不收钱。${elsewhere(alternative)}`;
      return { title, ...mealTexts(meal, sentence, `因为${reason}，已取消`) };
    }
    case "acted_for_you": {
      const { by, deed, bookingId } = content;
      return { title, sentence: `${by}替您${deed}。`, bookingId, message: { thing1: thing(deed), thing2: thing(by) } };
    }
    case "family_joined":
      return {
        title,
        sentence: `${content.name}可以替您订餐了。不想再请人帮了，随时在“家人”里收回。`,
        bookingId: null,
        message: {},
      };
    case "family_ended":
      return { title, sentence: `${content.name}和您之间的代办已经结束。`, bookingId: null, message: {} };
    case "correction_answered": {
      const { carePointName, isTakenOver, words } = content;
      const outcome = isTakenOver ? "照您说的改好了，谢谢您。" : "核对过了，没有改。";
      return { title, sentence: `${carePointName}${outcome}${words ?? ""}`, bookingId: null, message: {} };
    }
    case "change_answered": {
      const { carePointName, what, isApproved, words } = content;
      const outcome = isApproved ? "核实过，已经改好了。" : "没有同意，还照原来的。";
      return { title, sentence: `${carePointName}的${what}，${outcome}${words ?? ""}`, bookingId: null, message: {} };
    }
    case "claim_answered": {
      const { carePointName, officeName, isApproved, words } = content;
      const outcome = isApproved
        ? `${officeName}同意您来管${carePointName}。他们会打电话告诉您登录名和邀请码，三天内在“工作人员登录”里设密码。`
        : `${officeName}没有同意您认领${carePointName}。`;
      return { title, sentence: `${outcome}${words ?? ""}`, bookingId: null, message: {} };
    }
  }
}

const mealSentence = ({ when, carePointName, dishName }: MealFacts): string => `${when}，${carePointName}的${dishName}`;

function mealTexts(meal: MealFacts, sentence: string, remark = "可以在预订里查看") {
  return {
    sentence,
    bookingId: meal.bookingId,
    message: {
      thing1: thing(meal.dishName),
      thing2: thing(meal.carePointName),
      time3: meal.servesFrom,
      thing4: thing(remark),
    },
  };
}

function elsewhere(other: OtherCanteen | null): string {
  if (!other) return "可以打电话问食堂。";
  const way = other.walkMinutes === null ? "" : `，走 ${other.walkMinutes} 分钟`;
  return `最近还有${other.name}做这一餐${way}，电话 ${other.phone}。`;
}
