import type { CareService } from "@shared/core/network";
import type { ServiceDate } from "@shared/core/primitives";
import { packOf, type PlacedRegion } from "@server/domains/regions/index";
import { findNearby, type CarePointRow } from "./care-points.queries";

/** Further away, metres in a straight line, it is no help to say how far. */
const LOOKED_FOR_METRES = 10_000;

/** The listed care point nearest to a community for each service of its city's circle; one command a service. */
export async function findNearestOfCircle({
  from,
  today,
}: {
  readonly from: PlacedRegion;
  readonly today: ServiceDate;
}): Promise<Map<CareService, CarePointRow>> {
  const found = await Promise.all(
    packOf(from).circle.services.map(async ({ service }) => {
      const [row] = await findNearby({ from, today, service, withinMetres: LOOKED_FOR_METRES }, { limit: 1 });
      return { service, row };
    }),
  );
  return new Map(found.flatMap(({ service, row }) => (row ? [[service, row] as const] : [])));
}
