import type { CarePointSummary } from "@shared/domains/care-points/care-point-shapes";
import type { carePointsContract } from "@shared/domains/care-points/care-points.contract";
import { notFound } from "@server/core/app-error";
import type { Clock } from "@server/core/clock";
import type { Handlers } from "@server/core/http/handlers";
import { findRegion, packOf, requireRegion } from "@server/domains/regions/index";
import { findCarePoint, findNearby } from "./care-points.queries";
import { presentCarePoint } from "./care-point.presenter";
import { presentCarePointSummary } from "./care-points.presenter";
import { nextCursorOf, placeOf } from "./list-parts";
import { weekMoment } from "./opening-hours";
import { searchCarePoints } from "./search-care-points";

const PAGE = 20;

export const createCarePointsHandlers = ({ clock }: { clock: Clock }): Handlers<typeof carePointsContract> => ({
  listCarePoints: async ({ query: { communityId, openNow, cursor, ...wanted } }) => {
    const from = await requireRegion({ id: communityId, path: "query.communityId" });
    const now = clock.now();
    const moment = weekMoment(now);
    const { part, after } = placeOf(cursor);
    const filter = { from, today: moment.date, part, openAt: openNow && now, ...wanted };
    const rows = await findNearby(filter, { after, limit: PAGE + 1 });
    const { service } = wanted;
    const { minutes: circleMinutes } = packOf(from).circle;
    const carePoints = rows.slice(0, PAGE).map((row) => presentCarePointSummary({ row, from, moment, service }));
    return {
      carePoints,
      withinCircle: carePoints.filter(isWithin(circleMinutes)).length,
      circleMinutes,
      nextCursor: nextCursorOf({ part, last: rows.length > PAGE ? rows[PAGE - 1] : undefined }),
    };
  },

  searchCarePoints: async ({ query: { communityId, text } }) => {
    const from = await requireRegion({ id: communityId, path: "query.communityId" });
    const moment = weekMoment(clock.now());
    const rows = await searchCarePoints({ text, from, today: moment.date });
    return { carePoints: rows.map((row) => presentCarePointSummary({ row, from, moment })) };
  },

  getCarePoint: async ({ params: { carePointId }, query: { communityId } }) => {
    const carePoint = await findCarePoint(carePointId);
    if (!carePoint) throw notFound();
    const region = await findRegion(carePoint.regionId);
    const served = await Promise.all(carePoint.servesRegionIds.map(findRegion));
    const serves = served.filter((one) => one !== null);
    const from = communityId === undefined ? null : await requireRegion({ id: communityId, path: "query.communityId" });
    return presentCarePoint({ carePoint, region, serves, from, moment: weekMoment(clock.now()) });
  },
});

const isWithin =
  (minutes: number) =>
  ({ walkMinutes }: CarePointSummary): boolean =>
    walkMinutes !== null && walkMinutes <= minutes;
