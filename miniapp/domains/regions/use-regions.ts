import { useQuery } from "@tanstack/react-query";
import { createClient } from "@shared/core/endpoint";
import { regionsContract } from "@shared/domains/regions/regions.contract";
import { send } from "@miniapp/core/http";

const regionsApi = createClient(regionsContract, send);

/** The regions below one, with the way down to it; the cities when none is given. Nothing is asked where none is needed. */
export const useRegions = (parentId: string | undefined, { isNeeded = true } = {}) =>
  useQuery({
    queryKey: ["regions", parentId ?? "top"],
    queryFn: () => regionsApi.listRegions({ query: { parentId } }),
    enabled: isNeeded,
    staleTime: 60 * 60 * 1000,
  });
