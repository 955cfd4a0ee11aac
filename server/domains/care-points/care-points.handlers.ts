import type { carePointsContract } from "@shared/domains/care-points/care-points.contract";
import { AppError, notFound } from "@server/core/app-error";
import type { Clock } from "@server/core/clock";
import type { Handlers } from "@server/core/http/handlers";
import { findRegion, type PlacedRegion } from "@server/domains/regions/index";
import { findCarePoint, findNearby } from "./care-points.queries";
import { presentCarePoint, presentCarePointSummary } from "./care-points.presenter";
import { fromCursor, toCursor } from "./list-cursor";
import { weekMoment } from "./opening-hours";

const PAGE = 20;
const QUARTER_HOUR_MINUTES = 15;

export const createCarePointsHandlers = ({ clock }: { clock: Clock }): Handlers<typeof carePointsContract> => ({
  listCarePoints: async ({ query: { communityId, service, openNow, wheelchair, acceptsDisabled, cursor } }) => {
    const from = await requireRegion(communityId);
    const moment = weekMoment(clock.now());
    const rows = await findNearby(
      {
        from,
        service,
        openAt: openNow && moment,
        wheelchair: wheelchair !== undefined,
        acceptsDisabled: acceptsDisabled !== undefined,
      },
      { after: cursor === undefined ? undefined : fromCursor(cursor), limit: PAGE + 1 },
    );
    const carePoints = rows.slice(0, PAGE).map((row) => presentCarePointSummary({ row, from, moment }));
    const last = rows[PAGE - 1];
    return {
      carePoints,
      withinQuarterHour: carePoints.filter(({ walkMinutes }) => (walkMinutes ?? Infinity) <= QUARTER_HOUR_MINUTES)
        .length,
      nextCursor: rows.length > PAGE && last ? toCursor({ distanceMetres: last.distanceMetres, id: last._id }) : null,
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

/** A region of the query that does not exist is a fault of the request, not a thing that was looked for. */
async function requireRegion(communityId: string): Promise<PlacedRegion> {
  const region = await findRegion(communityId);
  if (region) return region;
  throw new AppError("invalid_request", { fields: [{ path: "query.communityId", message: "unknown" }] });
}
