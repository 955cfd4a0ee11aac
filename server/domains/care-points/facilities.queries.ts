import type { FacilityKind } from "@shared/core/network";
import type { ServiceDate } from "@shared/core/primitives";
import { trusted } from "@server/core/db/trusted";
import { CarePointModel, type CarePointDocument } from "./care-point.model";

/** A facility as far as the network counts it. */
export type Facility = Pick<CarePointDocument, "_id" | "kinds" | "regionId" | "servesRegionIds">;

interface Wanted {
  readonly cityId: string;
  readonly kinds: readonly FacilityKind[];
  readonly today: ServiceDate;
}

/** Twice as many as the largest city has. */
const FACILITIES_AT_MOST = 40_000;

/** A city's facilities of any of these kinds, in no order; an entry that has left the lists counts no more. One command. */
export const findFacilities = ({ cityId, kinds, today }: Wanted): Promise<Facility[]> =>
  CarePointModel.find({ cityId, kinds: trusted({ $in: [...kinds] }), leavesOn: trusted({ $gt: today }) })
    .select({ kinds: 1, regionId: 1, servesRegionIds: 1 })
    .limit(FACILITIES_AT_MOST)
    .batchSize(FACILITIES_AT_MOST)
    .lean<Facility[]>();

/** A facility as far as another organisation's list is compared with it. */
export type ComparableFacility = Pick<CarePointDocument, "_id" | "name" | "creditCode" | "districtId"> & {
  readonly offerings: readonly Pick<CarePointDocument["offerings"][number], "capacity">[];
};

/** As `findFacilities`, with names, codes and how many fit. One command. */
export const findComparableFacilities = ({ cityId, kinds, today }: Wanted): Promise<ComparableFacility[]> =>
  CarePointModel.find({ cityId, kinds: trusted({ $in: [...kinds] }), leavesOn: trusted({ $gt: today }) })
    .select({ name: 1, creditCode: 1, districtId: 1, "offerings.capacity": 1 })
    .limit(FACILITIES_AT_MOST)
    .batchSize(FACILITIES_AT_MOST)
    .lean<ComparableFacility[]>();
