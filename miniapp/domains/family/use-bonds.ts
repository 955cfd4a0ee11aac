import { useQuery } from "@tanstack/react-query";
import { useSession } from "@miniapp/core/session";
import { familyApi } from "./family.api";

export const bondsKey = ["family", "bonds"] as const;

/** Those I act for and those who act for me; idle for a guest. */
export function useBonds() {
  const isSignedIn = useSession((session) => session.token !== null);
  return useQuery({ queryKey: bondsKey, queryFn: () => familyApi.listBonds(), enabled: isSignedIn });
}
