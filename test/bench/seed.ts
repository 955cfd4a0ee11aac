import type { Deps } from "@server/core/deps";
import { newId } from "@server/core/ids";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint } from "@server/domains/care-points/care-points.builders";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import { openRegionPacks } from "@server/domains/regions/region-tree";
import { buildCommunity } from "@server/domains/regions/regions.builders";
import { seedPeople, type BenchPerson } from "./seed-people";
import { seedSitting, type OpenDish } from "./seed-meals";

/** Of the 2,000 care points those that cook. */
const CANTEENS = 100;
const CARE_POINTS = 2_000;
const SITTINGS = 50;
const USERS = 200;
const BOOKINGS_EACH = 25;
/** As many as one round of bookings takes from a sitting, several times over: the search for a seat seldom wraps. */
const FREE_EACH = 64;
const CHECK_IN_CANTEENS = 50;
const COOKS_EACH = 3;
/** A list of the same place twenty times would weigh nothing once it is compressed. */
const SURNAMES = "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 郑".split(" ");

export interface Counter {
  readonly carePointId: string;
  readonly menuId: string;
  readonly bookingIds: readonly string[];
  readonly cooks: readonly BenchPerson[];
}

/** What performance.md seeds, and the crowd that books. */
export interface BenchWorld {
  readonly community: {
    readonly id: string;
    readonly cityId: string;
    readonly longitude: number;
    readonly latitude: number;
  };
  /** With 25 bookings each. */
  readonly users: readonly BenchPerson[];
  /** With none. */
  readonly crowd: readonly BenchPerson[];
  /** Ids of care points that cook. */
  readonly canteens: readonly string[];
  readonly sittings: readonly OpenDish[];
  readonly counters: readonly Counter[];
}

interface Seeding {
  readonly crowd: number;
  /** Portions that wait for check-in at each of 50 counters. */
  readonly waitingEach: number;
}

/** Seeds the one database of a run. */
export async function seedWorld(deps: Deps, { crowd: crowdSize, waitingEach }: Seeding): Promise<BenchWorld> {
  openRegionPacks(loadRegionPacks({ names: [] }));
  const { _id: communityId, position } = await buildCommunity();
  const [longitude, latitude] = position?.coordinates ?? [0, 0];
  const { ids, cityId } = await seedCarePoints({ regionId: communityId, longitude, latitude });
  const canteens = ids.slice(0, CANTEENS);
  const users = await seedPeople(deps, USERS, { communityId });
  const crowd = await seedPeople(deps, crowdSize, { communityId });
  const sittings: OpenDish[] = [];
  for (let at = 0; at < SITTINGS; at += 1) {
    const holders = at < BOOKINGS_EACH ? users : [];
    sittings.push(
      (await seedSitting(deps, { carePointId: canteens[at] ?? "", at, portions: FREE_EACH, holders })).open,
    );
  }
  const counters = await seedCounters(deps, { communityId, canteens, crowd, waitingEach });
  return { community: { id: communityId, cityId, longitude, latitude }, users, crowd, canteens, sittings, counters };
}

/** 2,000 of them over about thirty kilometres, thinning out with the distance. */
async function seedCarePoints({
  regionId,
  longitude,
  latitude,
}: {
  regionId: string;
  longitude: number;
  latitude: number;
}) {
  const { _id: _first, ...alike } = await buildCarePoint({ regionId, isDemo: false });
  const turn = Math.PI * (3 - Math.sqrt(5));
  const documents = Array.from({ length: CARE_POINTS - 1 }, (_, at) => {
    const away = 0.15 * ((at + 1) / CARE_POINTS);
    const coordinates = [longitude + away * Math.cos(at * turn), latitude + away * Math.sin(at * turn)];
    const position = { type: "Point", coordinates };
    const own = {
      name: `${SURNAMES[at % SURNAMES.length] ?? ""}庄第${at + 1}社区助餐点`,
      phone: `0373-${5_550_000 + at * 37}`,
    };
    const accessibility = alike.accessibility.slice(at % 3);
    return { ...alike, ...own, accessibility, _id: newId(), position, accepts: at % 4 === 0 ? ["disabled"] : [] };
  });
  await CarePointModel.collection.insertMany(documents as never);
  return { ids: documents.map(({ _id }) => _id), cityId: alike.cityId };
}

interface Counting {
  readonly communityId: string;
  readonly canteens: readonly string[];
  readonly crowd: readonly BenchPerson[];
  readonly waitingEach: number;
}

/** A later sitting at each of 50 counters, wholly booked, with its cooks. */
async function seedCounters(deps: Deps, { communityId, canteens, crowd, waitingEach }: Counting): Promise<Counter[]> {
  const counters: Counter[] = [];
  for (const [at, carePointId] of canteens.slice(0, CHECK_IN_CANTEENS).entries()) {
    const holders = crowd.slice(at * waitingEach, (at + 1) * waitingEach);
    const { menu, bookingIds } = await seedSitting(deps, { carePointId, at: SITTINGS, portions: 1, holders });
    const memberships = [{ carePointId, role: "care_point_staff" as const }];
    const cooks = await seedPeople(deps, COOKS_EACH, { communityId, memberships });
    counters.push({ carePointId, menuId: menu._id, bookingIds, cooks });
  }
  return counters;
}
