import type { mapContract } from "@shared/domains/care-points/care-point-map.contract";
import type { Clock } from "@server/core/clock";
import type { Handlers } from "@server/core/http/handlers";
import { requireRegion } from "@server/domains/regions/index";
import { boundsAround, readBounds } from "./map-bounds";
import { presentMap } from "./map.presenter";
import { findOnMap } from "./map.queries";
import { ringsOf } from "./map-rings";
import { weekMoment } from "./opening-hours";

/** Beyond the furthest ring, so that it is seen whole. */
const MARGIN = 1.2;

export const createMapHandlers = ({ clock }: { clock: Clock }): Handlers<typeof mapContract> => ({
  getCarePointMap: async ({ query: { communityId, bounds: asked, openNow, ...wanted } }) => {
    const from = await requireRegion({ id: communityId, path: "query.communityId" });
    const window = asked === undefined ? null : readBounds(asked);
    const now = clock.now();
    const moment = weekMoment(now);
    const { service } = wanted;
    const { position: center } = from;
    const rings = ringsOf(from, service);
    const seen = { from, center, moment, service, rings };
    if (!center) return presentMap({ ...seen, points: [], cells: [] });
    const bounds = window ?? boundsAround(center, (rings.at(-1)?.metres ?? 0) * MARGIN);
    const filter = { from, today: moment.date, openAt: openNow && now, ...wanted };
    return presentMap({ ...seen, ...(await findOnMap(filter, bounds)) });
  },
});
