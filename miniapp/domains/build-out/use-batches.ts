import { useMutation, useQuery } from "@tanstack/react-query";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { programmeApi } from "./programme.api";
import { lookAgainAtLists } from "./use-meal-points";

/** @param isAsked not before there is something to publish */
export const useBatches = (regionId: string, isAsked: boolean) =>
  useQuery({
    enabled: isAsked,
    queryKey: ["build-out", "batches", regionId],
    queryFn: () => programmeApi.listBatches({ query: { regionId } }),
  });

type Publication = Parameters<typeof programmeApi.publishBatch>[0]["body"];

/** What was published stands in the residents' lists: these, too, are asked for anew. */
export function usePublishBatch() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Publication) => withKey(body, (key) => programmeApi.publishBatch({ body, key })),
    onSettled: async () => {
      await lookAgainAtLists();
      await queryClient.invalidateQueries({ queryKey: ["build-out", "point"] });
      await queryClient.invalidateQueries({ queryKey: ["care-points"] });
    },
  });
}
