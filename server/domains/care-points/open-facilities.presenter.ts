import { careServiceWords, facilityKindWords } from "@shared/core/network";
import type { OpenFacility } from "@shared/domains/care-points/open-facilities.contract";
import type { PlacedRegion } from "@server/domains/regions/index";
import type { CarePointDocument } from "./care-point.model";
import type { Offering } from "./offering";
import { locationOf } from "./open-location.presenter";
import { schedulesOf } from "./open-schedules.presenter";

const FEN_PER_YUAN = 100;

interface Opened {
  readonly carePoint: CarePointDocument;
  readonly offering: Offering;
  readonly region: PlacedRegion;
}

/** One offering as HSDS tells a service at a location. */
export function presentOpenFacility({ carePoint, offering, region }: Opened): OpenFacility {
  const id = `${carePoint._id}-${offering.service}`.slice(-64);
  const kinds = carePoint.kinds.map((kind) => facilityKindWords[kind]).join("、");
  return {
    id,
    name: `${carePoint.name} ${careServiceWords[offering.service]}`,
    status: "active",
    description: `${kinds}；${careServiceWords[offering.service]}`,
    assured_date: carePoint.verifiedOn,
    organization: {
      id: carePoint._id,
      name: carePoint.operator?.name ?? carePoint.name,
      description: carePoint.operator ? `自 ${carePoint.operator.since} 起运营` : "",
    },
    schedules: [
      ...schedulesOf(offering.openingHours, { id, description: "" }),
      ...offering.seasons.flatMap(({ from, to, openingHours }, at) =>
        schedulesOf(openingHours, { id: `${id.slice(-58)}-s${at}`, description: `${from}/${to}` }),
      ),
    ],
    capacities: offering.capacity
      ? [
          {
            id,
            maximum: offering.capacity.value,
            updated: offering.capacity.asOf,
            unit: { name: offering.capacity.unit },
          },
        ]
      : [],
    cost_options: costsOf(offering, id),
    service_at_locations: [{ id, location: locationOf(carePoint, region) }],
  };
}

function costsOf({ price }: Offering, id: string): OpenFacility["cost_options"] {
  if (!price) return [];
  const cost = (fen: number, which: string) => ({
    id: `${id.slice(-59)}-${which}`,
    amount: fen / FEN_PER_YUAN,
    currency: "CNY" as const,
    amount_description: `${which === "from" ? "最低" : "最高"}，每 ${price.per}`,
  });
  return [cost(price.fromFen, "from"), cost(price.toFen, "to")];
}
