import type { ServiceDate } from "@shared/core/primitives";
import { trusted } from "@server/core/db/trusted";
import { toPosition, type GeoPoint } from "@server/core/geo-point";
import { CarePointModel, type CarePointDocument, type GeoNear } from "./care-point.model";
import { CircleCoverageModel, type CircleCoverageDocument } from "./circle-coverage.model";
import type { CircleRule, Place } from "./circle-reach";

/** So many come in one answer. */
const AT_A_TIME = 1_000;

/** Engines model the earth differently by a metre in a kilometre; what lies beyond is left out by our own measure. */
const ROOM = 1.01;
/** So many are written in one command. */
const BATCH = 500;
const PLACE_FIELDS = { services: 1, position: 1 } as const;

type PlaceRow = Pick<CarePointDocument, "_id" | "services" | "position">;
const toPlace = ({ _id: id, services, position }: PlaceRow): Place => ({
  id,
  services,
  position: toPosition(position),
});

interface Listed {
  readonly cityId: string;
  readonly today: ServiceDate;
}

const listed = ({ cityId, today }: Listed) => ({ cityId, leavesOn: trusted({ $gt: today }) });

/** All listed care points of a city, read bit by bit. */
export async function listPlaces(of: Listed): Promise<Place[]> {
  const places: Place[] = [];
  for await (const row of CarePointModel.find(listed(of))
    .select(PLACE_FIELDS)
    .lean<PlaceRow[]>()
    .cursor({ batchSize: AT_A_TIME })) {
    places.push(toPlace(row));
  }
  return places;
}

interface Around {
  readonly position: GeoPoint;
  readonly cityId: string;
  readonly rule: CircleRule;
}

const geoNear = ({ position, rule }: Around, query: GeoNear["$geoNear"]["query"]): GeoNear => ({
  $geoNear: {
    near: { type: "Point", coordinates: [...position.coordinates] },
    key: "position",
    distanceField: "distanceMetres",
    spherical: true,
    query: query ?? {},
    maxDistance: rule.reachMetres * ROOM,
  },
});

/** Listed care points of a city within reach of a position, and a few beyond. */
export async function findPlacesAround(around: Around & { readonly today: ServiceDate }): Promise<Place[]> {
  const { cityId, today } = around;
  const rows = await CarePointModel.aggregate<PlaceRow>([
    geoNear(around, { cityId, leavesOn: { $gt: today } }),
    { $project: PLACE_FIELDS },
  ]);
  return rows.map(toPlace);
}

/** A city's communities within reach of a position, and a few beyond. */
export const findCoveragesAround = (around: Around): Promise<CircleCoverageDocument[]> =>
  CircleCoverageModel.aggregate<CircleCoverageDocument>([
    geoNear(around, { cityId: around.cityId }),
    { $project: { cityId: 1, position: 1 } },
  ]);

/** The communities to which a care point is the nearest for one of their services. */
export const findCoveragesNaming = (carePointId: string): Promise<CircleCoverageDocument[]> =>
  CircleCoverageModel.find({ "reached.carePointId": carePointId })
    .select({ cityId: 1, position: 1 })
    .lean<CircleCoverageDocument[]>();

/** The day of the city's oldest document; null when there is none. */
export async function oldestCoverage(cityId: string): Promise<ServiceDate | null> {
  const oldest = await CircleCoverageModel.findOne({ cityId }).sort({ computedOn: 1 }).select({ computedOn: 1 }).lean();
  return oldest?.computedOn ?? null;
}

export async function saveCoverages(coverages: readonly CircleCoverageDocument[]): Promise<void> {
  for (let at = 0; at < coverages.length; at += BATCH) {
    const writes = coverages.slice(at, at + BATCH).map(({ _id, ...rest }) => {
      return { updateOne: { filter: { _id }, update: { $set: rest }, upsert: true } };
    });
    await CircleCoverageModel.bulkWrite(writes, { ordered: false });
  }
}

/** Those of communities that are no longer there: a whole city was computed, and they are of an older day. */
export const dropOlderCoverages = ({ cityId, today }: Listed) =>
  CircleCoverageModel.deleteMany({ cityId, computedOn: trusted({ $lt: today }) });
