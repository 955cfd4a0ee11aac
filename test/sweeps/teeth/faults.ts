/** One edit that breaks a promise, and the test that must notice. */
export interface Fault {
  readonly id: string;
  readonly file: string;
  /** Stands exactly once in the file; else the fault is stale. */
  readonly find: string;
  readonly replace: string;
  readonly mustFail: { readonly file: string; readonly test: string };
}

const CLAIM = "server/core/units/claim-unit.ts";
const REFUSE = "server/core/units/refuse.ts";
const RELEASE = "server/core/units/release-unit.ts";
const FIND = "server/core/units/find-unit.ts";
const INDEXES = "server/migrations/20261122000300-meals.ts";
const BOOK = "test/domains/meals/book-meal.api.test.ts";
const CANCEL = "test/domains/meals/cancel-meal-booking.api.test.ts";
const MENU = "test/domains/meals/menu.api.test.ts";
const KERNEL = "test/domains/meals/unit-kernel.race.test.ts";

export const faults: readonly Fault[] = [
  {
    id: "one key books on two portions",
    file: INDEXES,
    find: "key: { keys: 1 }, unique: true",
    replace: "key: { keys: 1 }",
    mustFail: { file: CANCEL, test: "a late retry finds it cancelled" },
  },
  {
    id: "one person holds two lunches",
    file: INDEXES,
    find: "meal: 1 }, unique: true, ...whileActive",
    replace: "meal: 1 }, ...whileActive",
    mustFail: { file: BOOK, test: "R-B2" },
  },
  {
    id: "two holders have one code",
    file: INDEXES,
    find: "code: 1 }, unique: true",
    replace: "code: 1 }",
    mustFail: { file: KERNEL, test: "R-B8" },
  },
  {
    id: "a hasty second publication doubles the portions",
    file: INDEXES,
    find: "seat: 1 },\n      unique: true,",
    replace: "seat: 1 },",
    mustFail: { file: MENU, test: "published again, also in a hurry" },
  },
  {
    id: "a held portion is claimed again",
    file: CLAIM,
    find: "    active: trusted({ $exists: false }),\n",
    replace: "",
    mustFail: { file: BOOK, test: "the last portion goes once" },
  },
  {
    id: "a late retry takes its own old portion",
    file: CLAIM,
    find: "    keys: trusted({ $ne: bookingId }),\n",
    replace: "",
    mustFail: { file: CANCEL, test: "R-B4: a late retry" },
  },
  {
    id: "booking goes on after the cut-off",
    file: CLAIM,
    find: "    closesAt: trusted({ $gt: new Date(now) }),\n",
    replace: "",
    mustFail: { file: BOOK, test: "R-B7" },
  },
  {
    id: "nothing free is said and not recorded",
    file: CLAIM,
    find: 'else return refuse(units, { ...claim, refused: { outcome: "refused", reason: reasonOf(claim) } });',
    replace: 'else return { outcome: "refused", reason: reasonOf(claim) };',
    mustFail: { file: BOOK, test: "R-B6" },
  },
  {
    id: "a refusal does not look at what its key holds",
    file: REFUSE,
    find: "  return judge<Held, Unit>(standing, refusal);\n",
    replace: "  return standing && refusal.refused;\n",
    mustFail: { file: BOOK, test: "stays booked after the cut-off" },
  },
  {
    id: "another body under a used key is answered",
    file: FIND,
    find: '  if ((past ?? unit).fingerprint !== fingerprint) return { outcome: "other_body" };\n',
    replace: "",
    mustFail: { file: BOOK, test: "with another body is refused" },
  },
  {
    id: "cancelling goes on after the cut-off",
    file: RELEASE,
    find: ", closesAt: trusted({ $gt: at }) }",
    replace: " }",
    mustFail: { file: CANCEL, test: "R-B7" },
  },
  {
    id: "a cancel that comes late frees the portion of the next holder",
    file: RELEASE,
    find: "{ _id: unit._id, bookingId, state,",
    replace: "{ _id: unit._id, state,",
    mustFail: { file: KERNEL, test: "R-B4" },
  },
  {
    id: "a served meal is cancelled",
    file: RELEASE,
    find: "bookingId, state, settled: true",
    replace: "bookingId, settled: true",
    mustFail: { file: CANCEL, test: "of a meal that was served" },
  },
  {
    id: "a cancelled booking keeps its portion",
    file: RELEASE,
    find: '"active", ',
    replace: "",
    mustFail: { file: CANCEL, test: "frees the portion" },
  },
  {
    id: "bookings are open to everybody",
    file: "server/domains/meals/meals.policy.ts",
    find: '(elder === actor.id ? "allow" : "not_found")',
    replace: '(elder === actor.id ? "allow" : "allow")',
    mustFail: { file: CANCEL, test: "is as absent as one that never was" },
  },
  {
    id: "a list without an owner",
    file: "server/domains/meals/meals.queries.ts",
    find: "    elder,\n    active: true,\n    servesUntil",
    replace: "    active: true,\n    servesUntil",
    mustFail: { file: "test/domains/meals/list-meal-bookings.api.test.ts", test: "hold nobody else's" },
  },
];
