import { useQuery } from "@tanstack/react-query";
import { useActingFor } from "@miniapp/core/acting-for";
import { useSession } from "@miniapp/core/session";
import { mealsApi } from "./meals.api";

/** What home says about meals, mine or of the elder I act for; a guest's from the community chosen on this phone. */
export function useMealOverview(ownCommunityId: string | undefined) {
  const elder = useActingFor((acting) => acting.elder);
  const [elderId, communityId] = elder ? [elder.id, elder.communityId ?? undefined] : [undefined, ownCommunityId];
  const isGuest = useSession((session) => session.token === null);
  return useQuery({
    queryKey: ["meals", "overview", isGuest, communityId, elderId],
    queryFn: () => mealsApi.getMealOverview({ query: { communityId, elderId } }),
  });
}
