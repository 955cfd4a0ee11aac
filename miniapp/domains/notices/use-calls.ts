import { useMutation, useQuery } from "@tanstack/react-query";
import type { CallOutcome } from "@shared/domains/notices/notices.contract";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { noticesApi } from "./notices.api";

const callsKey = ["notices", "calls"] as const;

/** Whom a care point must ring up. Phones of residents: never kept for offline, fetched anew on each visit. */
export const useCalls = (carePointId: string) =>
  useQuery({
    queryKey: [...callsKey, carePointId],
    queryFn: () => noticesApi.listCalls({ query: { carePointId } }),
    gcTime: 0,
  });

interface CallMade {
  readonly noticeId: string;
  readonly outcome: CallOutcome;
}

/** Notes down how a call ended. */
export function useRecordCallOutcome() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: ({ noticeId, outcome }: CallMade) =>
      withKey({ noticeId, outcome }, (key) =>
        noticesApi.recordCallOutcome({ params: { noticeId }, body: { outcome }, key }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: callsKey }),
  });
}
