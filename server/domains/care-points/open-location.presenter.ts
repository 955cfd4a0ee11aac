import { toPosition } from "@server/core/geo-point";
import { packOf, type PlacedRegion } from "@server/domains/regions/index";
import type { CarePointDocument } from "./care-point.model";

/** Where a facility is, as HSDS tells a location. */
export function locationOf(carePoint: CarePointDocument, region: PlacedRegion) {
  const [city, ...below] = region.path.map(({ name }) => name);
  return {
    id: carePoint._id,
    location_type: "physical" as const,
    name: carePoint.name,
    alternate_name: carePoint.formerNames[0] ?? null,
    ...toPosition(carePoint.position),
    addresses: [
      {
        address_type: "physical" as const,
        address_1: carePoint.address,
        city: city ?? "",
        region: below.join(" ") || null,
        state_province: packOf(region).city.within,
        country: "CN" as const,
      },
    ],
    phones: [{ number: carePoint.phone }],
    accessibility: carePoint.accessibility.map((description) => ({ description })),
  };
}
