import { useMutation, useQuery } from "@tanstack/react-query";
import type { CorrectionAnswer, CorrectionKind } from "@shared/domains/care-point-records/corrections.contract";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { correctionsApi } from "./corrections.api";

const ownKey = ["corrections"] as const;

interface Report {
  readonly carePointId: string;
  readonly what: CorrectionKind;
  readonly sentence?: string;
}

export function useReportCorrection() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Report) => withKey(body, (key) => correctionsApi.reportCorrection({ body, key })),
  });
}

/** What one's care point has yet to answer; not kept for offline. */
export const useOwnCorrections = (carePointId: string) =>
  useQuery({
    queryKey: [...ownKey, carePointId],
    queryFn: () => correctionsApi.listOwnCorrections({ query: { carePointId } }),
    gcTime: 0,
  });

/** What care points of a region did not answer in time; not kept for offline. */
export const useOfficeCorrections = (regionId: string) =>
  useQuery({
    queryKey: [...ownKey, "office", regionId],
    queryFn: () => correctionsApi.listOfficeCorrections({ query: { regionId } }),
    gcTime: 0,
  });

interface Settlement {
  readonly correctionId: string;
  readonly answer: CorrectionAnswer;
  readonly words?: string;
}

export function useSettleCorrection() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: ({ correctionId, ...body }: Settlement) =>
      withKey({ correctionId, ...body }, (key) =>
        correctionsApi.settleCorrection({ params: { correctionId }, body, key }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ownKey }),
  });
}
