import { useMutation, useQuery } from "@tanstack/react-query";
import type { WantedChange } from "@shared/domains/care-point-records/record-changes.contract";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { recordChangesApi } from "./record-changes.api";

const root = ["record-changes"] as const;

/** What was proposed for one's care point, and what the office said. */
export const useOwnChanges = (carePointId: string) =>
  useQuery({
    queryKey: [...root, "own", carePointId],
    queryFn: () => recordChangesApi.listOwnChanges({ query: { carePointId } }),
  });

/** What waits for an office's yes. */
export const useOfficeChanges = (regionId: string) =>
  useQuery({
    queryKey: [...root, "office", regionId],
    queryFn: () => recordChangesApi.listOfficeChanges({ query: { regionId } }),
  });

interface Proposal {
  readonly carePointId: string;
  readonly change: WantedChange;
  readonly isCertain: boolean;
}

export function useProposeChange() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Proposal) => withKey(body, (key) => recordChangesApi.proposeChange({ body, key })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: root }),
  });
}

export function useWithdrawChange() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (changeId: string) =>
      withKey({ changeId }, (key) => recordChangesApi.withdrawChange({ params: { changeId }, key })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: root }),
  });
}

type Settlement = { readonly changeId: string } & Parameters<typeof recordChangesApi.settleChange>[0]["body"];

/** After a yes the entry is another; after a refusal it is looked at again. */
export function useSettleChange() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: ({ changeId, ...body }: Settlement) =>
      withKey({ changeId, ...body }, (key) => recordChangesApi.settleChange({ params: { changeId }, body, key })),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: root });
      await queryClient.invalidateQueries({ queryKey: ["office-records"] });
      await queryClient.invalidateQueries({ queryKey: ["care-points"] });
    },
  });
}
