import { useQuery } from "@tanstack/react-query";
import { useSession } from "@miniapp/core/session";
import { accountsApi } from "./accounts.api";

export const meKey = ["accounts", "me"] as const;

/** Who is signed in on this phone; idle for a guest. */
export function useMe() {
  const token = useSession((session) => session.token);
  return useQuery({ queryKey: meKey, queryFn: () => accountsApi.getMe(), enabled: token !== null });
}
