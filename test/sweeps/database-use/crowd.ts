import { randomUUID } from "node:crypto";
import { addDays } from "@shared/core/dates";
import { database } from "@server/core/db/connect";

/** Fewer documents than this, and a planner may rightly prefer to read them all. */
export const CROWD = 2_000;

const DAY = "2026-11-22";
const at = (n: number) => new Date(Date.parse(`${DAY}T04:00:00.000Z`) + n * 60_000);
const one = <T>(of: readonly T[], n: number): T | undefined => of[n % of.length];

/** What a town's collections look like, one document per number. */
const makers: Readonly<Record<string, (n: number) => object>> = {
  portions: (n) => ({
    sitting: `sitting-${n % 40}`,
    dish: `dish-${n % 3}`,
    seat: n,
    closesAt: at(n),
    servesUntil: at(n + 900),
    ...(n % 2 === 0 ? bookingOf(n) : {}),
  }),
  menus: (n) => ({
    carePointId: `canteen-${n % 50}`,
    serviceDate: addDays(DAY, Math.floor(n / 50) - 20),
    meal: one(["breakfast", "lunch", "dinner"], n),
    servesFrom: `${String(n % 24).padStart(2, "0")}:00`,
  }),
  dishes: (n) => ({ carePointId: `canteen-${n % 50}`, name: `套餐${n}` }),
  code_guesses: (n) => ({ misses: n % 5, until: at(n), at: at(n) }),
  counter_acts: (n) => ({ actorId: `person-${n}`, at: at(n) }),
  people: (n) => ({
    preferredName: `居民${n}`,
    searchKeys: [`居民${n}`, `jumin${n}`, `jm${n}`],
    districtId: `district-${n % 10}`,
    phoneIndex: `phone-${n}`,
    phoneTailIndex: `tail-${n}`,
    ...(n % 400 === 0 ? { demo: { order: n } } : {}),
  }),
  sessions: (n) => ({ personId: `person-${n}`, expiresAt: at(n), endsAt: at(n) }),
  login_codes: (n) => ({ personId: `person-${n}`, expiresAt: at(n), usedAt: null }),
  identities: (n) => ({ personId: `person-${n}` }),
  credentials: (n) => ({ personId: `person-${n}` }),
  limits: (n) => ({ key: `limit-${n}`, points: 1, expire: at(n) }),
  regions: (n) => ({ name: `社区${n}`, parentId: `town-${n % 60}`, position: null, isDemo: true }),
  care_point_photos: (n) => ({
    ownerId: `canteen-${n % 300}`,
    subject: { type: "care-point", id: `canteen-${n % 300}` },
    slot: Math.floor(n / 300),
    originalHash: `hash-${n}`,
    state: "shown",
    active: true,
    addedBy: `person-${n % 50}`,
    changedAt: at(n),
  }),
  care_point_merges: (n) => ({
    owner: { type: "district", id: `district-${n % 40}` },
    state: "merged",
    sides: [`canteen-${n}`, `canteen-${n + 1}`],
    isOpen: false,
    at: at(n),
  }),
  care_point_imports: (n) => ({
    regionId: `district-${n % 40}`,
    state: "done",
    at: at(n),
    expiresAt: at(n + 1_000_000),
  }),
  care_point_import_rows: (n) => ({
    importId: `import-${n % 50}`,
    row: n,
    state: one(["bad", "ready", "applied"], n),
    expiresAt: at(n + 1_000_000),
  }),
  care_points: (n) => ({
    name: `食堂${n}`,
    cityId: `city-${n % 5}`,
    services: ["meals"],
    position: { type: "Point", coordinates: [113 + n / 2_000, 35 + (n % 50) / 50] },
  }),
  circle_coverage: (n) => ({
    cityId: `city-${n % 5}`,
    position: { type: "Point", coordinates: [113 + n / 2_000, 35 + (n % 50) / 50] },
    reached: [{ service: "meals", carePointId: `canteen-${n}`, metres: 300 }],
    computedOn: DAY,
  }),
  province_snapshots: (n) => ({ triedAt: at(n), trouble: null, snapshot: null }),
  bonds: (n) => ({
    elder: `person-${n}`,
    helper: `person-${n + 1}`,
    elderPlace: n % 5,
    helperPlace: n % 8,
    invitations: [`invitation-${n}`],
    expiresAt: at(n),
    ...(n % 2 === 0 ? { active: true } : {}),
  }),
  family_invitations: (n) => ({ codeIndex: `code-${n}`, elder: `person-${n}`, usedBy: null, expiresAt: at(n) }),
  family_acts: (n) => ({ elder: `person-${n % 100}`, helper: `person-${n}`, words: "替您订了", at: at(n) }),
  audit_entries: (n) => ({ stream: "main", seq: n + 1, act: "meals.book-meal", actorId: `person-${n}`, hash: `${n}` }),
  notices: (n) => ({ personId: `person-${n % 100}`, carePointId: "a-canteen", delivery: "called", at: at(n) }),
  corrections: (n) => ({
    carePointId: `canteen-${n % 50}`,
    state: one(["open", "escalated", "taken_over", "not_so"], n),
    openedOn: addDays(DAY, (n % 30) - 30),
    dueOn: addDays(DAY, (n % 30) - 27),
    reporterId: n % 2 === 0 ? `person-${n}` : null,
    owner: { type: "care_point", id: `canteen-${n % 50}` },
    timeline: [{ id: `correction-${n}`, act: "report", by: null, at: at(n), from: null, to: "open" }],
  }),
  record_changes: (n) => ({
    carePointId: `canteen-${n}`,
    what: one(["name", "position", "services"], n),
    wanted: { what: "name", name: `食堂${n}` },
    madeOn: 0,
    state: one(["open", "approved", "turned_down", "withdrawn"], n),
    openedOn: addDays(DAY, (n % 30) - 30),
    dueOn: addDays(DAY, (n % 30) - 23),
    offices: [`district-${n % 50}`],
    escalatedOn: null,
    proposerId: `person-${n}`,
    owner: { type: "district", id: `district-${n % 50}` },
    timeline: [{ id: `change-${n}`, act: "propose", by: null, at: at(n), from: null, to: "open" }],
  }),
  claims: (n) => ({
    carePointId: `canteen-${n}`,
    claimantId: `person-${n}`,
    state: one(["open", "approved", "turned_down"], n),
    openedOn: addDays(DAY, (n % 30) - 30),
    dueOn: addDays(DAY, (n % 30) - 21),
    owner: { type: "district", id: `district-${n % 50}` },
    timeline: [{ id: `claim-${n}`, act: "claim", by: null, at: at(n), from: null, to: "open" }],
  }),
  meal_points: (n) => ({
    name: `助餐点${n}`,
    cityId: `city-${n % 5}`,
    countyId: `district-${n % 50}`,
    regionId: `district-${n % 50}`,
    state: one(["proposed", "surveyed", "verified", "built", "plated", "published", "operating", "closed"], n),
    owner: { type: "district", id: `district-${n % 50}` },
    openedOn: addDays(DAY, (n % 30) - 30),
    dueOn: addDays(DAY, (n % 60) - 20),
    escalatedOn: n % 3 === 0 ? addDays(DAY, -1) : null,
    position: { type: "Point", coordinates: [113 + n / 2_000, 35 + (n % 50) / 50] },
    plaqueNumber: n % 2 === 0 ? `XZC-${n}` : null,
    timeline: [{ id: `point-${n}`, act: "propose", by: null, at: at(n), from: null, to: "proposed" }],
  }),
  target_splits: (n) => ({ cityId: `city-${n % 5}`, indicator: "meal-points", period: "2024", shares: [], at: at(n) }),
  meal_point_batches: (n) => ({ countyId: `district-${n % 50}`, name: `第${n}批`, at: at(n), mealPoints: [] }),
  office_acts: (n) => ({ carePointId: `canteen-${n % 100}`, act: "published", byId: `person-${n}`, at: at(n) }),
  message_permissions: (n) => ({ personId: `person-${n}`, unspent: ["meal_reminder"], spentOn: [], at: at(n) }),
  account_deletions: (n) => ({ at: at(n), state: n % 100 === 0 ? "open" : "done" }),
  person_merges: (n) => ({
    recordId: `person-${n}`,
    at: at(n),
    state: n % 100 === 0 ? "open" : (one(["asked", "declined", "done"], n) ?? "done"),
  }),
  jobs: (n) => ({ nextRunAt: at(n), lockedUntil: at(n) }),
};

const bookingOf = (n: number) => ({
  active: true,
  state: "booked",
  elder: `person-${n}`,
  date: addDays(DAY, n % 14),
  meal: "lunch",
  mode: "eat_in",
  carePointId: "a-canteen",
  dishName: "红烧豆腐套餐",
  servesFrom: "11:30",
  priceLines: [],
  code: String(n).padStart(6, "0"),
  bookingId: `booking-${n}`,
  keys: [`booking-${n}`],
});

/** Refusals of every age beside the portions. */
const refusalOf = (n: number) => ({
  kind: "refusal",
  keys: [`refused-${n}`],
  reason: "nothing_free",
  at: at(-n),
  servesUntil: at(n),
});

/** Fills every collection that requests or jobs read. */
export async function fillWithCrowd(): Promise<void> {
  for (const [collection, make] of Object.entries({ ...makers })) await fill(collection, make);
  await fill("portions", refusalOf);
}

async function fill(collection: string, make: (n: number) => object): Promise<void> {
  const rows = Array.from({ length: CROWD }, (_, n) => ({ _id: randomUUID(), ...make(n) }));
  await database().collection<{ _id: string }>(collection).insertMany(rows);
}
