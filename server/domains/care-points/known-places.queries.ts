import { CarePointModel, type CarePointDocument } from "./care-point.model";

/** A care point as far as one asks whether it is the same as another. */
export type KnownPlace = Pick<
  CarePointDocument,
  "_id" | "name" | "formerNames" | "regionId" | "position" | "address" | "phone" | "creditCode" | "withheld"
>;

/** Twice as many as the largest city has. */
const PLACES_AT_MOST = 40_000;

/** All entries of a city, also those that stand in no list, in no order. One command. */
export const findKnownPlaces = (cityId: string): Promise<KnownPlace[]> =>
  CarePointModel.find({ cityId })
    .select({ name: 1, formerNames: 1, regionId: 1, position: 1, address: 1, phone: 1, creditCode: 1, withheld: 1 })
    .limit(PLACES_AT_MOST)
    .batchSize(PLACES_AT_MOST)
    .lean<KnownPlace[]>();
