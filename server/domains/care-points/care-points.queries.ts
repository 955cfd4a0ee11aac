import type * as z from "zod/mini";
import type { CareService } from "@shared/core/network";
import type { Flag, ServiceDate } from "@shared/core/primitives";
import type { Acceptance, AccessibilityMark } from "@shared/domains/care-points/care-point-shapes";
import { trusted } from "@server/core/db/trusted";
import type { ListEnd } from "@server/core/http/cursor";
import type { PlacedRegion } from "@server/domains/regions/index";
import { CarePointModel, type CarePointDocument, type GeoNear, type Match } from "./care-point.model";
import type { ListPart } from "./list-parts";

/** What a row of a list shows, no more. */
const ROW_FIELDS = {
  name: 1,
  kinds: 1,
  services: 1,
  "offerings.service": 1,
  "offerings.isBookable": 1,
  "offerings.openingHours": 1,
  "offerings.seasons": 1,
  "offerings.specialDays": 1,
  closedDays: 1,
  phone: 1,
  accessibility: 1,
  accepts: 1,
  grade: 1,
  overdueFrom: 1,
  staleFrom: 1,
  isDemo: 1,
} as const;

type ShownField = Exclude<keyof typeof ROW_FIELDS, `offerings.${string}`> | "_id" | "offerings";

export type CarePointRow = Pick<CarePointDocument, ShownField> & { readonly distanceMetres: number };

export interface NearbyFilter {
  readonly from: PlacedRegion;
  /** The day of the question, `YYYY-MM-DD`: who has left the lists by then is not shown. */
  readonly today: ServiceDate;
  /** Which part of the list; both together where nothing is said. */
  readonly part?: ListPart;
  readonly service?: CareService | undefined;
  /** Only those open at this instant, epoch milliseconds. */
  readonly openAt?: number | undefined;
  readonly accessibility?: AccessibilityMark | undefined;
  readonly accepts?: Acceptance | undefined;
  readonly graded?: z.infer<typeof Flag> | undefined;
  readonly withinMetres?: number;
  /** Only those one of whose keys begins so: letters, signs and digits only. */
  readonly beginning?: string;
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
    { $project: { ...ROW_FIELDS, distanceMetres: 1 } },
  ]);
}

function geoNear(filter: NearbyFilter, after?: ListEnd): GeoNear | null {
  const { position } = filter.from;
  if (!position || isAllClosed(filter)) return null;
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

const partOf = ({ part, today }: NearbyFilter) => ({
  leavesOn: { $gt: today },
  ...(part === "checked" ? { staleFrom: { $gt: today } } : {}),
  ...(part === "stale" ? { staleFrom: { $lte: today } } : {}),
});

/** Nothing is open: the night's plan knew the city's closed days of last night; a pack that was changed since wins. */
export const isAllClosed = ({ openAt, today, from }: NearbyFilter): boolean =>
  openAt !== undefined && from.closedDays.includes(today);

/** The conditions that a care point must meet, but for where it lies. */
export const toQuery = (filter: NearbyFilter) => ({
  cityId: filter.from.cityId,
  ...partOf(filter),
  ...(filter.service ? { services: filter.service } : {}),
  ...(filter.openAt === undefined ? {} : { openIntervals: { $elemMatch: openAt(filter.openAt, filter.service) } }),
  ...(filter.accessibility ? { accessibility: filter.accessibility } : {}),
  ...(filter.accepts ? { accepts: filter.accepts } : {}),
  ...(filter.beginning === undefined ? {} : { searchKeys: beginningWith(filter.beginning) }),
  ...(filter.graded ? { "grade.expiresOn": { $gte: filter.today } } : {}),
});

const openAt = (epochMs: number, service: CareService | undefined) => ({
  ...(service ? { service } : {}),
  from: { $lte: new Date(epochMs) },
  to: { $gt: new Date(epochMs) },
});

const beyond = ({ position: metres, id }: ListEnd): Match => ({
  $match: { $or: [{ distanceMetres: { $gt: metres } }, { distanceMetres: metres, _id: { $gt: id } }] },
});

interface Searching {
  readonly cityId: string;
  /** Letters, signs and digits only, as keys are written. */
  readonly beginning: string;
  readonly today: ServiceDate;
  readonly limit: number;
}

export type FoundPlace = Pick<CarePointDocument, "_id" | "position">;

/** Where the care points of a city lie one of whose keys begins so, in no order. */
export const findBySearchKey = ({ cityId, beginning, today, limit }: Searching): Promise<FoundPlace[]> =>
  CarePointModel.find({ cityId, searchKeys: beginningWith(beginning), leavesOn: trusted({ $gt: today }) })
    .select({ position: 1 })
    .limit(limit)
    .batchSize(limit)
    .lean<FoundPlace[]>();

const beginningWith = (beginning: string) => trusted({ $regex: `^${beginning}` });

/** Rows of a list by id, in no order and without the way to them. */
export const findRows = (ids: readonly string[]): Promise<Omit<CarePointRow, "distanceMetres">[]> =>
  CarePointModel.find({ _id: trusted({ $in: [...ids] }) })
    .select(ROW_FIELDS)
    .limit(ids.length)
    .batchSize(ids.length)
    .lean<Omit<CarePointRow, "distanceMetres">[]>();

/** Care points by id, in no order; who is not there is left out. At most one command. */
export async function findCarePoints(ids: readonly string[]): Promise<CarePointDocument[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return CarePointModel.find({ _id: trusted({ $in: wanted }) })
    .limit(wanted.length)
    .batchSize(wanted.length)
    .lean<CarePointDocument[]>();
}

export const findCarePoint = (id: string): Promise<CarePointDocument | null> =>
  CarePointModel.findById(id).lean<CarePointDocument>().exec();
