import { useMutation } from "@tanstack/react-query";
import { queryClient } from "@miniapp/core/query-client";
import { reaching } from "./counter-reach";
import { mealCounterApi } from "./meal-counter.api";
import { counterKey } from "./use-counter-day";
import { noteRow } from "./use-roster";

/** Cancels for a resident; only while the server answers, since somebody else may be given her portion. */
export const useCancelForResident = () =>
  useMutation({
    mutationFn: ({ bookingId, reason }: { bookingId: string; reason: string }) =>
      reaching(() => mealCounterApi.cancelForResident({ params: { bookingId }, body: { reason } })),
    onSuccess: (_, { bookingId }) => {
      noteRow(bookingId, null);
      void queryClient.invalidateQueries({ queryKey: [...counterKey, "day"] });
    },
  });
