import type * as z from "zod/mini";
import type { Flag } from "@shared/core/primitives";
import type { CareService } from "@shared/domains/care-points/care-points.contract";
import { trusted } from "@server/core/db/trusted";
import type { ListEnd } from "@server/core/http/cursor";
import type { PlacedRegion } from "@server/domains/regions/index";
import { CarePointModel, type CarePointDocument, type GeoNear, type Match } from "./care-point.model";
import type { WeekMoment } from "./opening-hours";

/** What a row of a list shows, no more. */
const ROW_FIELDS = {
  name: 1,
  services: 1,
  openingHours: 1,
  closedDays: 1,
  phone: 1,
  accessibility: 1,
  acceptsDisabled: 1,
  isDemo: 1,
  distanceMetres: 1,
} as const;

export type CarePointRow = Pick<
  CarePointDocument,
  "_id" | "name" | "services" | "openingHours" | "closedDays" | "phone" | "accessibility" | "acceptsDisabled" | "isDemo"
> & { readonly distanceMetres: number };

export interface NearbyFilter {
  readonly from: PlacedRegion;
  readonly service?: CareService | undefined;
  /** Only those open at this moment. */
  readonly openAt?: WeekMoment | undefined;
  readonly wheelchair?: z.infer<typeof Flag> | undefined;
  readonly acceptsDisabled?: z.infer<typeof Flag> | undefined;
  readonly withinMetres?: number;
}

/** Care points of the same city, nearest first, ties by id; one command. */
export async function findNearby(
  filter: NearbyFilter,
  { after, limit }: { readonly after?: ListEnd | undefined; readonly limit: number },
): Promise<CarePointRow[]> {
  const near = geoNear(filter, after);
  if (!near) return [];
  return CarePointModel.aggregate<CarePointRow>([
    near,
    ...(after ? [beyond(after)] : []),
    { $sort: { distanceMetres: 1, _id: 1 } },
    { $limit: limit },
    { $project: ROW_FIELDS },
  ]);
}

function geoNear(filter: NearbyFilter, after?: ListEnd): GeoNear | null {
  const { position, closedDays } = filter.from;
  if (!position) return null;
  if (filter.openAt && closedDays.includes(filter.openAt.date)) return null;
  return {
    $geoNear: {
      near: { type: "Point", coordinates: [position.longitude, position.latitude] },
      key: "position",
      distanceField: "distanceMetres",
      spherical: true,
      query: toQuery(filter),
      // A metre of room: what the database rounds at the border is decided by the exact comparison behind it.
      ...(after ? { minDistance: Math.max(0, after.position - 1) } : {}),
      ...(filter.withinMetres === undefined ? {} : { maxDistance: filter.withinMetres }),
    },
  };
}

const toQuery = ({ from, service, openAt, wheelchair, acceptsDisabled }: NearbyFilter) => ({
  cityId: from.cityId,
  ...(service ? { services: service } : {}),
  ...(openAt
    ? {
        openingHours: {
          $elemMatch: { weekday: openAt.weekday, opens: { $lte: openAt.time }, closes: { $gt: openAt.time } },
        },
        "closedDays.date": { $ne: openAt.date },
      }
    : {}),
  ...(wheelchair ? { accessibility: "wheelchair" } : {}),
  ...(acceptsDisabled ? { acceptsDisabled: true } : {}),
});

const beyond = ({ position: metres, id }: ListEnd): Match => ({
  $match: { $or: [{ distanceMetres: { $gt: metres } }, { distanceMetres: metres, _id: { $gt: id } }] },
});

export const findCarePoint = (id: string): Promise<CarePointDocument | null> =>
  CarePointModel.findById(id).lean<CarePointDocument>().exec();

/** What other domains say about a care point. */
export interface CarePointLabel {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly cityId: string;
  /** The district whose residents its staff serve; null where its city has none. */
  readonly districtId: string | null;
  readonly position: { readonly latitude: number; readonly longitude: number };
  readonly isDemo: boolean;
}

const LABEL_FIELDS = { name: 1, phone: 1, cityId: 1, districtId: 1, position: 1, isDemo: 1 } as const;

/** Labels by id, in no order. */
export async function findLabels(ids: readonly string[]): Promise<CarePointLabel[]> {
  const documents = await CarePointModel.find({ _id: trusted({ $in: [...ids] }) })
    .select(LABEL_FIELDS)
    .limit(ids.length)
    .lean<Pick<CarePointDocument, "_id" | keyof typeof LABEL_FIELDS>[]>();
  return documents.map(({ _id: id, position, ...rest }) => {
    const [longitude, latitude] = position.coordinates;
    return { id, ...rest, position: { latitude, longitude } };
  });
}
