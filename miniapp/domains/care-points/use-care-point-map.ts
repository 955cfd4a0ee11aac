import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { createClient } from "@shared/core/endpoint";
import { mapContract } from "@shared/domains/care-points/care-point-map.contract";
import { send } from "@miniapp/core/http";
import type { CarePointFilters } from "./care-point-filters";

const mapApi = createClient(mapContract, send);

interface Seen {
  readonly communityId: string | undefined;
  readonly filters: CarePointFilters;
  /** A window of the map; around the community where none is given. */
  readonly bounds: string | undefined;
}

/** Care points in a window of the map; while the map moves, those of before stay. */
export const useCarePointMap = ({ communityId, filters, bounds }: Seen) =>
  useQuery({
    queryKey: ["care-point-map", communityId, filters, bounds],
    queryFn: () => mapApi.getCarePointMap({ query: { communityId: communityId ?? "", ...filters, bounds } }),
    enabled: communityId !== undefined,
    placeholderData: keepPreviousData,
  });
