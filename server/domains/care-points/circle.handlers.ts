import type { circleContract } from "@shared/domains/care-points/circle.contract";
import type { Clock } from "@server/core/clock";
import type { Handlers } from "@server/core/http/handlers";
import { requireRegion } from "@server/domains/regions/index";
import { presentCircle } from "./circle.presenter";
import { findNearestOfCircle } from "./circle.queries";
import { weekMoment } from "./opening-hours";

export const createCircleHandlers = ({ clock }: { clock: Clock }): Handlers<typeof circleContract> => ({
  getCircle: async ({ query: { communityId } }) => {
    const from = await requireRegion({ id: communityId, path: "query.communityId" });
    const moment = weekMoment(clock.now());
    const nearest = await findNearestOfCircle({ from, today: moment.date });
    return presentCircle({ from, nearest, moment });
  },
});
