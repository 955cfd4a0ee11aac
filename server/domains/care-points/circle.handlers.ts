import type { circleContract } from "@shared/domains/care-points/circle.contract";
import type { Clock } from "@server/core/clock";
import type { Handlers } from "@server/core/http/handlers";
import { presentCircle } from "./circle.presenter";
import { findNearestOfCircle } from "./circle.queries";
import { weekMoment } from "./opening-hours";
import { requireRegion } from "./require-region";

export const createCircleHandlers = ({ clock }: { clock: Clock }): Handlers<typeof circleContract> => ({
  getCircle: async ({ query: { communityId } }) => {
    const from = await requireRegion(communityId);
    const moment = weekMoment(clock.now());
    const nearest = await findNearestOfCircle({ from, today: moment.date });
    return presentCircle({ from, nearest, moment });
  },
});
