import type { CareService, FacilityKind } from "@shared/core/network";
import type { ServiceDate } from "@shared/core/primitives";
import { everyDay, type buildCarePoints } from "@server/domains/care-points/care-points.builders";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import type { RegionDocument } from "@server/domains/regions/region.model";

type CarePointInput = Parameters<typeof buildCarePoints>[0][number];

interface Network {
  /** Towns, then communities. */
  readonly regions: readonly RegionDocument[];
  readonly communityIds: readonly string[];
  readonly carePoints: readonly CarePointInput[];
}

interface Size {
  /** The same seed gives the same network. */
  readonly seed: number;
  readonly communities: number;
  readonly carePoints: number;
  readonly today: ServiceDate;
}

/** In whose counties the towns lie. */
export const NETWORK_CITY = "xinxiang";
const COMMUNITIES_A_TOWN = 20;
const METRES_PER_DEGREE = 111_319;
/** Nobody looked at it for years: it has left every list. */
const LONG_AGO = "2020-01-01";
const ALL_DAY = everyDay({ opens: "00:00", closes: "24:00" });
const LUNCH = everyDay({ opens: "10:30", closes: "13:00" });

/** What there is, the frequent more often. */
const SORTS: readonly { readonly kinds: readonly FacilityKind[]; readonly services: readonly CareService[] }[] = [
  { kinds: ["meal_point"], services: ["meals"] },
  { kinds: ["canteen"], services: ["meals"] },
  { kinds: ["meal_point"], services: ["meals"] },
  { kinds: ["neighbour_point"], services: ["mutual_aid"] },
  { kinds: ["happiness_home"], services: ["meals", "mutual_aid"] },
  { kinds: ["day_care_station"], services: ["day_care"] },
  { kinds: ["day_care_station", "canteen"], services: ["day_care", "meals"] },
  { kinds: ["nursery"], services: ["childcare"] },
  { kinds: ["joint_station"], services: ["day_care", "meals", "childcare"] },
  { kinds: ["care_home"], services: ["full_time_care", "respite"] },
];

/** Numbers from 0 to below 1 that a seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A city as it might be: towns around the seats of its counties, communities around them, and care points thick where
 * people live; some on one spot, some far out, some that have left the lists.
 */
export function generateNetwork({ seed, communities, carePoints, today }: Size): Network {
  const random = randomFrom(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const near = ([longitude, latitude]: readonly [number, number], metres: number) => {
    const away = (metres * random()) / METRES_PER_DEGREE;
    const turn = 2 * Math.PI * random();
    const east = (away * Math.cos(turn)) / Math.cos((latitude * Math.PI) / 180);
    return [longitude + east, latitude + away * Math.sin(turn)] as const;
  };
  const counties = countiesOf(NETWORK_CITY);
  const region = (_id: string, parentId: string, name: string, at: readonly [number, number]): RegionDocument => {
    return { _id, name, parentId, position: { type: "Point", coordinates: at }, isDemo: true };
  };
  const towns = Array.from({ length: Math.ceil(communities / COMMUNITIES_A_TOWN) }, (_, n) => {
    const county = pick(counties);
    return region(`town-${n}`, county.id, `第${n + 1}镇`, near(county.seat, 20_000));
  });
  const homes = Array.from({ length: communities }, (_, n) => {
    const town = pick(towns);
    return region(`community-${n}`, town._id, `第${n + 1}社区`, near(coordinatesOf(town), 5_000));
  });
  const points = Array.from({ length: carePoints }, (_, n): CarePointInput => {
    const home = pick(homes);
    const metres = pick([0, 400, 800, 1_500, 20_000]);
    const position = { type: "Point", coordinates: near(coordinatesOf(home), metres) } as const;
    const verifiedOn = random() < 0.05 ? LONG_AGO : today;
    return {
      _id: `care-point-${n}`,
      name: `第${n + 1}照护点`,
      regionId: home._id,
      position,
      today,
      verifiedOn,
      // Of three filters each leaves some, at any hour of the day.
      openingHours: n % 2 === 0 ? ALL_DAY : LUNCH,
      accessibility: n % 3 === 0 ? ["ramp"] : ["ramp", "wheelchair"],
      ...pick(SORTS),
    };
  });
  return { regions: [...towns, ...homes], communityIds: homes.map(({ _id }) => _id), carePoints: points };
}

function countiesOf(city: string): { id: string; seat: readonly [number, number] }[] {
  const [pack] = loadRegionPacks({ names: [city] });
  return (pack?.regions ?? []).flatMap(({ id, parentId, seat }) =>
    parentId === city && seat ? { id, seat: [seat.longitude, seat.latitude] as const } : [],
  );
}

function coordinatesOf({ position }: RegionDocument): readonly [number, number] {
  if (!position) throw new Error("a generated region lies somewhere");
  return position.coordinates;
}
