import { addDays } from "@shared/core/dates";
import { facilityKindWords, type CareService, type FacilityKind } from "@shared/core/network";
import { today, type Clock } from "@server/core/clock";
import { toGeoPoint } from "@server/core/geo-point";
import { buildCarePoints, everyDay, offeringOf } from "@server/domains/care-points/index";
import { findRegion, listSubtree, openedPacks, type PlacedRegion } from "@server/domains/regions/index";
import { TOLD_REGIONS } from "./demo-places";
import { placeNear } from "./place-near";

type Built = Parameters<typeof buildCarePoints>[0][number];
type Requirement = ReturnType<typeof openedPacks>[number]["requirements"][number];

/** So that each city shows what is missing, too: of so many regions in a row, one has nothing yet. */
const EVERY_NTH_IS_MISSING = 4;
/** And of so many entries one was not checked in time, one for very long. */
const EVERY_NTH_IS_OLD = 9;
const AWAY_METRES = 260;
const NOWHERE = { latitude: 0, longitude: 0 };
const WHOLE_DAY = everyDay({ opens: "00:00", closes: "24:00" });
const DAYTIME = everyDay({ opens: "08:00", closes: "17:30" });
const LUNCH = everyDay({ opens: "10:30", closes: "13:00" });
const hoursOf: Partial<Record<CareService, typeof DAYTIME>> = { full_time_care: WHOLE_DAY, meals: LUNCH };
/** What a kind offers where its city's rules do not say. */
const OFFERS: Partial<Record<FacilityKind, readonly CareService[]>> = {
  canteen: ["meals"],
  meal_point: ["meals"],
  nursery: ["childcare"],
  family_childcare_point: ["childcare"],
  kindergarten_class: ["childcare"],
  care_home: ["full_time_care", "respite"],
  happiness_home: ["mutual_aid", "meals"],
  neighbour_point: ["mutual_aid"],
};

/**
 * Writes what each city's network asks for, level by level, with gaps: nobody published the real places. A phone begins
 * with a digit no subscriber has, so that a tap on 打电话 reaches nobody.
 */
export async function buildDemoNetwork({ clock }: { readonly clock: Clock }): Promise<void> {
  const day = today(clock);
  for (const { city, requirements } of openedPacks()) {
    const whole = await findRegion(city.id);
    const tree = whole ? await listSubtree(whole) : [];
    await buildCarePoints(requirements.flatMap((requirement) => facilitiesFor({ requirement, tree, day })));
  }
}

interface Founding {
  readonly requirement: Requirement;
  readonly tree: readonly PlacedRegion[];
  readonly day: string;
}

const facilitiesFor = ({ requirement, tree, day }: Founding): Built[] =>
  tree
    .filter(
      ({ id, levelName, position }) => levelName === requirement.level && position !== null && !TOLD_REGIONS.has(id),
    )
    .flatMap((region, turn) => (turn % EVERY_NTH_IS_MISSING === EVERY_NTH_IS_MISSING - 1 ? [] : [{ region, turn }]))
    .map(({ region, turn }) => facilityOf({ requirement, region, turn, day }));

interface Founded {
  readonly requirement: Requirement;
  readonly region: PlacedRegion;
  readonly turn: number;
  readonly day: string;
}

function facilityOf({ requirement, region, turn, day }: Founded): Built {
  const { key, kinds, services, hostedBy } = requirement;
  const kind = kinds[turn % kinds.length] ?? "care_home";
  const offered = services ?? OFFERS[kind] ?? ["mutual_aid"];
  return {
    _id: `demo-${region.id.replace(/^demo-/, "")}-${key}`.slice(0, 64),
    regionId: region.id,
    name: `${region.name}${facilityKindWords[kind]}`,
    kinds: hostedBy === undefined ? [kind] : [kind, "care_home"],
    position: toGeoPoint(placeNear({ from: region.position ?? NOWHERE, metres: AWAY_METRES, turn })),
    address: `${region.name}（演示地址）`,
    phone: `0000-${String(turn + 1).padStart(7, "0")}`,
    // No kitchen of theirs plans its menus here.
    offerings: offered.map((service) => ({ ...offeringOf(service, hoursOf[service] ?? DAYTIME), isBookable: false })),
    accessibility: turn % 3 === 0 ? ["ramp"] : ["ramp", "accessible_toilet", "wheelchair"],
    accepts: offered.includes("full_time_care") ? ["disabled", "with_companion"] : [],
    verifiedOn: addDays(day, turn % EVERY_NTH_IS_OLD === 0 ? -70 : -(turn % 28)),
    today: day,
  };
}
