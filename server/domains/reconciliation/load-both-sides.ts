import { FacilityKind, kindsForChildren } from "@shared/core/network";
import type { ServiceDate } from "@shared/core/primitives";
import { findComparableFacilities, type ComparableFacility } from "@server/domains/care-points/index";
import { districtsOf, type PlacedRegion } from "@server/domains/regions/index";
import { findUnmatched, type Comparable } from "./match-facilities";
import { ProvinceSnapshotModel, type ProvinceFacility, type ProvinceSnapshotDocument } from "./province-snapshot.model";

/** A facility with its county as people read it. */
export type Counted = Comparable & { readonly countyName: string };

/** What both sides have in a district or a city, and what only one has. */
export interface BothSides {
  readonly asOf: ServiceDate;
  readonly readAt: Date;
  readonly counties: readonly { readonly id: string; readonly name: string }[];
  readonly theirs: readonly Counted[];
  readonly ours: readonly Counted[];
  readonly onlyTheirs: readonly Counted[];
  readonly onlyOurs: readonly Counted[];
}

export interface LoadedSides {
  readonly lastTry: Pick<ProvinceSnapshotDocument, "triedAt" | "trouble"> | null;
  /** Null while the platform was never understood. */
  readonly both: BothSides | null;
}

/** The platform knows facilities for elders; ours for children are none of its business. */
const kinds = FacilityKind.options.filter((kind) => !kindsForChildren.has(kind));

interface Wanted {
  /** A district or a city. */
  readonly region: PlacedRegion;
  readonly today: ServiceDate;
}

/** Pairs are found over the whole city, so that who moved to the next county is no difference; two commands. */
export async function loadBothSides({ region, today }: Wanted): Promise<LoadedSides> {
  const document = await ProvinceSnapshotModel.findById(region.cityId).lean<ProvinceSnapshotDocument>();
  if (!document) return { lastTry: null, both: null };
  const { snapshot, ...lastTry } = document;
  if (!snapshot) return { lastTry, both: null };
  const entries = await findComparableFacilities({ cityId: region.cityId, kinds, today });
  const all = districtsOf(region);
  const theirs = snapshot.facilities.map(theirsOf(new Map(all.map(({ id, name }) => [name, id]))));
  const ours = entries.map(oursOf(new Map(all.map(({ id, name }) => [id, name]))));
  const isCity = region.id === region.cityId;
  const within = (one: Counted) => isCity || one.countyId === region.id;
  const only = findUnmatched({ theirs, ours });
  const { asOf, readAt } = snapshot;
  const both = {
    counties: isCity ? all : all.filter(({ id }) => id === region.id),
    theirs: theirs.filter(within),
    ours: ours.filter(within),
    onlyTheirs: only.theirs.filter(within),
    onlyOurs: only.ours.filter(within),
  };
  return { lastTry, both: { asOf, readAt, ...both } };
}

const theirsOf =
  (idByName: ReadonlyMap<string, string>) =>
  ({ id, name, creditCode, countyName, beds }: ProvinceFacility): Counted => ({
    id,
    name,
    creditCode,
    countyId: idByName.get(countyName) ?? null,
    countyName,
    beds,
  });

const oursOf =
  (nameById: ReadonlyMap<string, string>) =>
  ({ _id, name, creditCode, districtId, offerings }: ComparableFacility): Counted => ({
    id: _id,
    name,
    creditCode,
    countyId: districtId,
    countyName: nameById.get(districtId ?? "") ?? "",
    beds: bedsOf(offerings),
  });

/** As many as the service with the most has: a bed that is also lent for some days is no second bed. */
const bedsOf = (offerings: ComparableFacility["offerings"]): number =>
  Math.max(0, ...offerings.map(({ capacity }) => (capacity?.unit === "beds" ? capacity.value : 0)));
