import { useQuery } from "@tanstack/react-query";
import { reaching } from "./counter-reach";
import { mealCounterApi } from "./meal-counter.api";
import { keepDay, keptDay, type CounterDay } from "./roster-copy";

export const counterKey = ["meal-counter"] as const;
const ANEW_MS = 20_000;

/** A day's sittings with their counts, asked anew while the page is open; without an answer as they were last seen. */
export const useCounterDay = (day: CounterDay) =>
  useQuery({
    queryKey: [...counterKey, "day", day.carePointId, day.serviceDate],
    queryFn: async () => {
      const { sittings } = await reaching(() => mealCounterApi.getCounterDay({ query: { ...day } }));
      keepDay(day, sittings);
      return sittings;
    },
    initialData: () => keptDay(day),
    initialDataUpdatedAt: 0,
    refetchInterval: ANEW_MS,
  });
