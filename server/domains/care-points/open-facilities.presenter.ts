import { careServiceWords, facilityKindWords } from "@shared/core/network";
import type { OpeningHours } from "@shared/domains/care-points/care-point-shapes";
import type { OpenFacility } from "@shared/domains/care-points/open-facilities.contract";
import { packOf, type PlacedRegion } from "@server/domains/regions/index";
import type { CarePointDocument } from "./care-point.model";
import type { Offering } from "./offering";

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
/** HSDS knows no end of a day but its last minute. */
const LAST_MINUTE = "23:59";
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

/** Days with the same times are one rule. */
function schedulesOf(hours: readonly OpeningHours[], { id, description }: { id: string; description: string }) {
  const days = new Map<string, string[]>();
  for (const { weekday, opens, closes } of hours) {
    const times = `${opens} ${closes === "24:00" ? LAST_MINUTE : closes}`;
    days.set(times, [...(days.get(times) ?? []), WEEKDAYS[weekday] ?? ""]);
  }
  return [...days].map(([times, byday], at) => {
    const [opens_at = "", closes_at = ""] = times.split(" ");
    const rule = { freq: "WEEKLY", byday: byday.join(","), opens_at, closes_at, timezone: "Asia/Shanghai" } as const;
    return { id: `${id.slice(-60)}-${at}`, ...rule, description };
  });
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

function locationOf(carePoint: CarePointDocument, region: PlacedRegion) {
  const [longitude, latitude] = carePoint.position.coordinates;
  const [city, ...below] = region.path.map(({ name }) => name);
  return {
    id: carePoint._id,
    location_type: "physical" as const,
    name: carePoint.name,
    alternate_name: carePoint.formerNames[0] ?? null,
    latitude,
    longitude,
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
