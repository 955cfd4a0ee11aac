import { findKnownPlaces } from "@server/domains/care-points/index";
import { listSubtree, type PlacedRegion } from "@server/domains/regions/index";
import { createMatcher, type Matcher } from "./match-places";

interface Opening {
  readonly office: PlacedRegion;
  /** How often a file names a credit code; empty where there is no file. */
  readonly codesInFile?: ReadonlyMap<string, number>;
}

/** What the entries of an office's city look like now, for finding the one that somebody means. */
export async function openMatching({ office, codesInFile = new Map() }: Opening): Promise<Matcher> {
  const [places, regions] = await Promise.all([findKnownPlaces(office.cityId), listSubtree(office)]);
  return createMatcher({ places, regionIds: new Set(regions.map(({ id }) => id)), codesInFile });
}
