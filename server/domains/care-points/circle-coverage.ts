import type { ServiceDate } from "@shared/core/primitives";
import { today as dayOf } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { toGeoPoint } from "@server/core/geo-point";
import { findRegion, listSubtree, openedPacks, type PlacedRegion } from "@server/domains/regions/index";
import { dropOlderCoverages, listPlaces, oldestCoverage, saveCoverages } from "./circle-coverage.queries";
import type { CircleCoverageDocument } from "./circle-coverage.model";
import { createGrid } from "./circle-grid";
import { circleRuleOf, reachedFrom, type Place } from "./circle-reach";

interface CityOnADay {
  readonly cityId: string;
  /** Only care points that are still in the lists on this day count. */
  readonly today: ServiceDate;
}

/**
 * Works out, for every community of a city, which services of its circle are within the minutes on foot, and from which
 * care point. Run again it writes the same. Communities that were given up meanwhile lose their document.
 */
export async function computeCoverage({ cityId, today }: CityOnADay): Promise<void> {
  const city = await findRegion(cityId);
  const communities = city ? (await listSubtree(city)).filter(({ isCommunity }) => isCommunity) : [];
  const places = await listPlaces({ cityId, today });
  await saveCoverages(coveragesOf({ cityId, today, communities, places }));
  await dropOlderCoverages({ cityId, today });
}

interface City extends CityOnADay {
  readonly communities: readonly PlacedRegion[];
  readonly places: readonly Place[];
}

/** Each community looks at the cells around it, never at the whole city. */
function coveragesOf({ cityId, today, communities, places }: City): CircleCoverageDocument[] {
  const rule = circleRuleOf({ cityId });
  const grid = createGrid(places, rule.reachMetres);
  return communities.flatMap(({ id, position }) => {
    if (!position) return [];
    const reached = reachedFrom({ from: position, places: grid.around(position), rule });
    return { _id: id, cityId, position: toGeoPoint(position), reached, computedOn: today };
  });
}

/** Each city once a day; what changes during the day is brought in by `refreshCoverage`, and what that missed, by this. */
export async function computeCoverages({ clock }: Pick<Deps, "clock">): Promise<void> {
  const today = dayOf(clock);
  for (const { city } of openedPacks()) {
    if ((await oldestCoverage(city.id)) !== today) await computeCoverage({ cityId: city.id, today });
  }
}
