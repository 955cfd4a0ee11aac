import type { CarePointSummary, carePointsContract } from "@shared/domains/care-points/care-points.contract";
import { AppError, notFound } from "@server/core/app-error";
import type { Clock } from "@server/core/clock";
import { fromCursor, toCursor } from "@server/core/http/cursor";
import type { Handlers } from "@server/core/http/handlers";
import { findRegion, type PlacedRegion } from "@server/domains/regions/index";
import { findCarePoint, findNearby } from "./care-points.queries";
import { presentCarePoint, presentCarePointSummary } from "./care-points.presenter";
import { weekMoment } from "./opening-hours";

const PAGE = 20;
const QUARTER_HOUR_MINUTES = 15;

export const createCarePointsHandlers = ({ clock }: { clock: Clock }): Handlers<typeof carePointsContract> => ({
  listCarePoints: async ({ query: { communityId, openNow, cursor, ...wanted } }) => {
    const from = await requireRegion(communityId);
    const moment = weekMoment(clock.now());
    const after = cursor === undefined ? undefined : fromCursor(cursor);
    const rows = await findNearby({ from, openAt: openNow && moment, ...wanted }, { after, limit: PAGE + 1 });
    const carePoints = rows.slice(0, PAGE).map((row) => presentCarePointSummary({ row, from, moment }));
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      carePoints,
      withinQuarterHour: carePoints.filter(isWithinQuarterHour).length,
      nextCursor: last ? toCursor({ position: last.distanceMetres, id: last._id }) : null,
    };
  },

  getCarePoint: async ({ params: { carePointId }, query: { communityId } }) => {
    const carePoint = await findCarePoint(carePointId);
    if (!carePoint) throw notFound();
    const region = await findRegion(carePoint.regionId);
    const from = communityId === undefined ? null : await requireRegion(communityId);
    return presentCarePoint({ carePoint, region, from, moment: weekMoment(clock.now()) });
  },
});

const isWithinQuarterHour = ({ walkMinutes }: CarePointSummary): boolean =>
  walkMinutes !== null && walkMinutes <= QUARTER_HOUR_MINUTES;

/** A region of the query that does not exist is a fault of the request, not a thing that was looked for. */
async function requireRegion(communityId: string): Promise<PlacedRegion> {
  const region = await findRegion(communityId);
  if (region) return region;
  throw new AppError("invalid_request", { fields: [{ path: "query.communityId", message: "unknown" }] });
}
