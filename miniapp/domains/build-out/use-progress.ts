import { useMutation, useQuery } from "@tanstack/react-query";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { programmeApi } from "./programme.api";

const root = ["build-out", "progress"] as const;

/** How far the city of a region is; nothing is asked before the region is known. */
export const useProgress = (regionId: string | undefined) =>
  useQuery({
    queryKey: [...root, regionId],
    queryFn: () => programmeApi.getProgress({ query: { regionId: regionId ?? "" } }),
    enabled: regionId !== undefined,
  });

type Split = Parameters<typeof programmeApi.splitTarget>[0]["body"];

export function useSplitTarget() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Split) => withKey(body, (key) => programmeApi.splitTarget({ body, key })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: root }),
  });
}
