import { useMutation, useQuery } from "@tanstack/react-query";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { forgetServerState, queryClient } from "@miniapp/core/query-client";
import { useSession } from "@miniapp/core/session";
import { switchTab } from "@miniapp/core/tabs";
import { stayOut } from "@miniapp/core/wechat-session";
import { claimsApi } from "./claims.api";

const root = "claims";
const ownKey = (placeId: string) => [root, "own", placeId] as const;

/** Whether a place can be claimed, and how one's own claim stands; asked by whoever is signed in. */
export const useOwnClaim = (placeId: string, isSignedIn: boolean) =>
  useQuery({
    queryKey: ownKey(placeId),
    queryFn: () => claimsApi.getOwnClaim({ query: { placeId } }),
    enabled: isSignedIn,
  });

type Claiming = Parameters<typeof claimsApi.claimCarePoint>[0]["body"];

export function useClaimCarePoint() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Claiming) => withKey(body, (key) => claimsApi.claimCarePoint({ body, key })),
    onSuccess: (own, { placeId }) => queryClient.setQueryData(ownKey(placeId), own),
  });
}

/** Claims that wait for an office; not kept for offline. */
export const useOfficeClaims = (regionId: string) =>
  useQuery({
    queryKey: [root, "office", regionId],
    queryFn: () => claimsApi.listOfficeClaims({ query: { regionId } }),
    gcTime: 0,
  });

type Settlement = { readonly claimId: string } & Parameters<typeof claimsApi.settleClaim>[0]["body"];

/** The list is asked for anew once the code was read. */
export function useSettleClaim() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: ({ claimId, ...body }: Settlement) =>
      withKey({ claimId, ...body }, (key) => claimsApi.settleClaim({ params: { claimId }, body, key })),
  });
}

export const lookAgainAtClaims = (): Promise<void> => queryClient.invalidateQueries({ queryKey: [root, "office"] });

/** Whoever leaves is signed out: on the server the session has ended, here nothing stays. */
export const useLeaveCarePoint = () =>
  useMutation({
    mutationFn: (carePointId: string) => claimsApi.leaveCarePoint({ body: { carePointId } }),
    onSuccess: () => {
      stayOut();
      useSession.getState().end();
      forgetServerState();
      switchTab("home");
    },
  });
