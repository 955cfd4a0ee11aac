import { useMutation } from "@tanstack/react-query";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { buildOutApi } from "./build-out.api";
import { showMealPoint } from "./use-meal-points";

type Proposal = Parameters<typeof buildOutApi.proposeMealPoint>[0]["body"];

export function useProposeMealPoint() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Proposal) => withKey(body, (key) => buildOutApi.proposeMealPoint({ body, key })),
    onSuccess: showMealPoint,
  });
}
