import type { Clock } from "@server/core/clock";
import { newId } from "@server/core/ids";
import type { NoticeContent } from "./notice-texts";
import { notify } from "./notify";

/** 红烧豆腐 tomorrow at noon. */
export const buildMealFacts = () => ({
  when: "11月23日 星期一 午饭",
  servesFrom: "2026年11月23日 11:30",
  carePointName: "红旗社区食堂",
  dishName: "红烧豆腐套餐",
  bookingId: newId(),
});

interface BuildNotice {
  readonly personId: string;
  readonly carePointId?: string | null;
  readonly key?: string;
  readonly notice?: NoticeContent;
}

/** Tells a person something, by default that the kitchen cancelled her lunch because the water is off. */
export async function buildNotice(
  { clock }: { clock: Clock },
  { key = newId(), ...given }: BuildNotice,
): Promise<void> {
  const { personId, carePointId = null, notice = kitchenCancelled() } = given;
  await notify({ key, personId, carePointId, now: clock.now(), notice });
}

const kitchenCancelled = (): NoticeContent => ({
  template: "meal_cancelled_by_kitchen",
  meal: buildMealFacts(),
  reason: "停水",
  alternative: { name: "春风食堂", phone: "0373-5550102", walkMinutes: 8 },
});
