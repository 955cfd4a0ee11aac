import { useState } from "react";
import { businessDay } from "@shared/core/dates";
import type { Meal } from "@shared/domains/meals/meals.contract";
import { serverNow } from "@miniapp/core/server-clock";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { sittingNow } from "./counter-copy";
import { useCounterDay } from "./use-counter-day";

/** The day and meal that the counter looks at: to begin with, what it is busy with now. */
export function useCounterSitting(carePointId: string) {
  const today = businessDay(serverNow());
  const [serviceDate, setServiceDate] = useState(today);
  const [meal, setMeal] = useState<Meal | null>(null);
  const query = useCounterDay({ carePointId, serviceDate });
  useRefreshOnShow(query.refetch);
  const sittings = query.data ?? [];
  const sitting = sittings.find((one) => one.meal === meal) ?? sittingNow(sittings, serverNow());
  return { query, sittings, sitting, day: { today, serviceDate, onChange: setServiceDate }, setMeal };
}
