import type { ServiceDate } from "@shared/core/primitives";
import { toPosition } from "@server/core/geo-point";
import { openedPacks } from "@server/domains/regions/index";
import { findCarePoint } from "./care-points.queries";
import type { CircleCoverageDocument } from "./circle-coverage.model";
import { findCoveragesAround, findCoveragesNaming, findPlacesAround, saveCoverages } from "./circle-coverage.queries";
import { circleRuleOf, reachedFrom } from "./circle-reach";

interface Changed {
  readonly carePointId: string;
  readonly today: ServiceDate;
}

/**
 * Brings the coverage up to date after one care point was added, moved, changed or has left the lists, once that is
 * written. Only the communities to which it was the nearest, and those within reach of where it is now, can be different:
 * nobody else named it, and nobody else can come to.
 * @returns how many communities were computed again
 */
export async function refreshCoverage({ carePointId, today }: Changed): Promise<number> {
  const carePoint = await findCarePoint(carePointId);
  const named = await findCoveragesNaming(carePointId);
  const isInReach = carePoint !== null && isRunHere(carePoint);
  const near = isInReach ? await findCoveragesAround({ ...carePoint, rule: circleRuleOf(carePoint) }) : [];
  const affected = new Map([...named, ...near].filter(isRunHere).map((coverage) => [coverage._id, coverage]));
  const fresh = await Promise.all([...affected.values()].map((coverage) => coverageAgain(coverage, today)));
  await saveCoverages(fresh);
  return fresh.length;
}

/** What waits may be of a city that this server ran before. */
const isRunHere = ({ cityId }: { readonly cityId: string }): boolean =>
  openedPacks().some(({ city }) => city.id === cityId);

async function coverageAgain(
  { _id, cityId, position }: CircleCoverageDocument,
  today: ServiceDate,
): Promise<CircleCoverageDocument> {
  const rule = circleRuleOf({ cityId });
  const places = await findPlacesAround({ position, cityId, rule, today });
  const reached = reachedFrom({ from: toPosition(position), places, rule });
  return { _id, cityId, position, reached, computedOn: today };
}
