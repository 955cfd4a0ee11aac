import { setImmediate as nextTurn } from "node:timers/promises";
import { toPosition } from "@server/core/geo-point";
import { findKnownPlaces, type KnownPlace } from "@server/domains/care-points/index";
import { listSubtree, type PlacedRegion } from "@server/domains/regions/index";
import { createMatcher } from "./match-places";

/** Two entries that may be one. */
interface Suspects {
  readonly keepId: string;
  readonly goneId: string;
  readonly metres: number;
}

const AT_MOST = 20;
const BATCH = 200;

/** Pairs of an office's entries with like names near each other, nearest first, without those that are spoken for. */
export async function findSuspects(office: PlacedRegion, spokenFor: ReadonlySet<string>): Promise<readonly Suspects[]> {
  const [places, regions] = await Promise.all([findKnownPlaces(office.cityId), listSubtree(office)]);
  const regionIds = new Set(regions.map(({ id }) => id));
  const matcher = createMatcher({ places, regionIds, codesInFile: new Map() });
  const own = places.filter((place) => isOwn(place, regionIds) && !spokenFor.has(place._id));
  const pairs: Suspects[] = [];
  for (const [index, place] of own.entries()) {
    // A whole city's names take a second: others have their turns in between.
    if (index % BATCH === 0) await nextTurn();
    const alike = matcher.alike({ name: place.name, position: toPosition(place.position) });
    // Each pair once: the one with the smaller id is offered as the one that stays.
    const found = alike.filter(({ carePointId }) => place._id < carePointId && !spokenFor.has(carePointId));
    pairs.push(...found.map(({ carePointId, metres }) => ({ keepId: place._id, goneId: carePointId, metres })));
  }
  return pairs.sort((a, b) => a.metres - b.metres || a.keepId.localeCompare(b.keepId)).slice(0, AT_MOST);
}

const isOwn = ({ regionId, withheld }: KnownPlace, regionIds: ReadonlySet<string>): boolean =>
  regionIds.has(regionId) && withheld?.why !== "merged";
