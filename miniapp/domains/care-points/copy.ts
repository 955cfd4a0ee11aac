import type { AccessibilityMark, CareService } from "@shared/domains/care-points/care-points.contract";

/** What care points offer, in the words used everywhere. */
export const serviceWords: Readonly<Record<CareService, string>> = {
  meals: "助餐",
  day_care: "日间照料",
  childcare: "托育",
};

export const accessibilityWords: Readonly<Record<AccessibilityMark, string>> = {
  ramp: "有坡道",
  lift: "有电梯",
  accessible_toilet: "无障碍卫生间",
  wheelchair: "轮椅能进",
};

/** "走 8 分钟"; nothing where no community was chosen. */
export const walkWords = (minutes: number | null): string | null => (minutes === null ? null : `走 ${minutes} 分钟`);
