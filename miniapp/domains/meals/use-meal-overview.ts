import { useQuery } from "@tanstack/react-query";
import { useSession } from "@miniapp/core/session";
import { mealsApi } from "./meals.api";

/** What home says about meals; a guest's from the community chosen on this phone. */
export function useMealOverview(communityId: string | undefined) {
  const isGuest = useSession((session) => session.token === null);
  return useQuery({
    queryKey: ["meals", "overview", isGuest, communityId],
    queryFn: () => mealsApi.getMealOverview({ query: { communityId } }),
  });
}
