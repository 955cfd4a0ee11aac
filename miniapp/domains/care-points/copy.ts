import { careServiceWords, type CareService } from "@shared/core/network";
import type {
  Acceptance,
  AccessibilityMark,
  Capacity,
  OfferingFacts,
  PriceRange,
} from "@shared/domains/care-points/care-point-shapes";
import { yuan } from "@miniapp/ui/money";

export const serviceWords: Readonly<Record<CareService, string>> = careServiceWords;

export const accessibilityWords: Readonly<Record<AccessibilityMark, string>> = {
  ramp: "有坡道",
  lift: "有电梯",
  accessible_toilet: "无障碍卫生间",
  third_toilet: "第三卫生间",
  baby_room: "母婴室",
  wheelchair: "轮椅能进",
  hearing_loop: "助听设备",
};

export const acceptanceWords: Readonly<Record<Acceptance, string>> = {
  disabled: "收失能老人",
  demented: "收失智老人",
  with_companion: "家人可陪同",
};

export const unitWords: Readonly<Record<Capacity["unit"], string>> = {
  beds: "张床",
  places: "个名额",
  meals_a_day: "份饭（每天）",
  square_metres: "平方米",
};

export const perWords: Readonly<Record<PriceRange["per"], string>> = {
  meal: "一餐",
  hour: "一小时",
  day: "一天",
  month: "一个月",
  visit: "一次",
};

/** "走 8 分钟"; nothing where no community was chosen. */
export const walkWords = (minutes: number | null): string | null => (minutes === null ? null : `走 ${minutes} 分钟`);

/** "40 张床（截至2026年11月1日）". */
export const capacityWords = ({ value, unit, asOfLabel }: NonNullable<OfferingFacts["capacity"]>): string =>
  `${value} ${unitWords[unit]}（截至${asOfLabel}）`;

/** "8 元到 15 元一餐", "不收费". */
export function priceWords({ fromFen, toFen, per }: PriceRange): string {
  if (toFen === 0) return "不收费";
  const range = fromFen === toFen ? `${yuan(fromFen)} 元` : `${yuan(fromFen)} 元到 ${yuan(toFen)} 元`;
  return `${range}${perWords[per]}`;
}
