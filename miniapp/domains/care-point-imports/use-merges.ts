import { useMutation, useQuery } from "@tanstack/react-query";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { carePointMergesApi } from "./care-point-merges.api";

const ownKey = ["care-point-merges"] as const;
const again = () => queryClient.invalidateQueries({ queryKey: ownKey });

/** What looks like one place, and what was proposed; not kept for offline. */
export const useMerges = (regionId: string) =>
  useQuery({
    queryKey: [...ownKey, regionId],
    queryFn: () => carePointMergesApi.listMerges({ query: { regionId } }),
    gcTime: 0,
  });

/** Entries by a part of their name; nothing is asked before something was typed. */
export const useMergeSides = ({ regionId, name }: { regionId: string; name: string }) =>
  useQuery({
    queryKey: [...ownKey, regionId, "sides", name],
    queryFn: () => carePointMergesApi.findMergeSides({ query: { regionId, name } }),
    enabled: name !== "",
    gcTime: 0,
  });

interface Proposal {
  readonly regionId: string;
  readonly keepId: string;
  readonly goneId: string;
}

export function useProposeMerge() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Proposal) => withKey(body, (key) => carePointMergesApi.proposeMerge({ body, key })),
    onSettled: again,
  });
}

interface Answer {
  readonly mergeId: string;
  readonly answer: "confirm" | "decline";
}

export function useAnswerMerge() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: ({ mergeId, answer }: Answer) =>
      withKey({ mergeId, answer }, (key) =>
        carePointMergesApi.answerMerge({ params: { mergeId }, body: { answer }, key }),
      ),
    onSettled: again,
  });
}
