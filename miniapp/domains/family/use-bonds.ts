import { useQuery } from "@tanstack/react-query";
import { useSession } from "@miniapp/core/session";
import { familyApi } from "./family.api";

export const bondsKey = ["family", "bonds"] as const;

/**
 * Those I act for and those who act for me; idle for a guest.
 * @param isAsked false: shows what is known already and asks nothing
 */
export function useBonds(isAsked = true) {
  const isSignedIn = useSession((session) => session.token !== null);
  return useQuery({
    queryKey: bondsKey,
    queryFn: () => familyApi.listBonds(),
    enabled: isSignedIn && isAsked,
    // What was kept on the phone is shown, never relied on: a bond may have been withdrawn a second ago.
    staleTime: 0,
  });
}
