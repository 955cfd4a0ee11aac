import type { Fault } from "./fault";

const CLAIM = "server/core/units/claim-unit.ts";
const REFUSE = "server/core/units/refuse.ts";
const RELEASE = "server/core/units/release-unit.ts";
const DROP = "server/core/units/drop-refusals.ts";
const FIND = "server/core/units/find-unit.ts";
const INDEXES = "server/migrations/20261122000300-meals.ts";
const BOOK = "test/domains/meals/book-meal.api.test.ts";
const CANCEL = "test/domains/meals/cancel-meal-booking.api.test.ts";
const MENU = "test/domains/meals/menu.api.test.ts";
const JOBS = "test/domains/meals/meals-jobs.api.test.ts";
const KERNEL = "test/domains/meals/unit-kernel.race.test.ts";

/** Faults in claiming, refusing, releasing and listing. */
export const bookingFaults: readonly Fault[] = [
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
  {
    id: "one sitting is published twice over",
    file: INDEXES,
    find: "serviceDate: 1, meal: 1 }, unique: true",
    replace: "serviceDate: 1, meal: 1 }",
    mustFail: { file: MENU, test: "stands once for its sitting" },
  },
  {
    id: "a withdrawn portion is claimed",
    file: CLAIM,
    find: "    withdrawn: trusted({ $exists: false }),\n",
    replace: "",
    mustFail: { file: KERNEL, test: "withdrawn portion" },
  },
  {
    id: "a portion of another dish will do",
    file: CLAIM,
    find: "    ...among,\n",
    replace: "",
    mustFail: { file: BOOK, test: "the last portion goes once" },
  },
  {
    id: "the 11000 of a claim is taken for nothing free",
    file: CLAIM,
    find: 'return "refused_by_index";',
    replace: "return null;",
    mustFail: { file: BOOK, test: "R-B2" },
  },
  {
    id: "a claim leaves no key on its portion",
    file: CLAIM,
    find: "keys: bookingId, outbox",
    replace: "outbox",
    mustFail: { file: BOOK, test: "thrice has one effect" },
  },
  {
    id: "a claim tells nobody that a portion has gone",
    file: CLAIM,
    find: "{ keys: bookingId, outbox: { id: newId(), ...event } }",
    replace: "{ keys: bookingId }",
    mustFail: { file: MENU, test: "is counted anew after bookings and cancels" },
  },
  {
    id: "a code that was drawn before ends the search",
    file: CLAIM,
    find: "const TRIES = 3;",
    replace: "const TRIES = 1;",
    mustFail: { file: KERNEL, test: "R-B8" },
  },
  {
    id: "two people's equal keys are one request",
    file: "server/core/units/request-key.ts",
    find: "stableId(actorId, key)",
    replace: "stableId(key)",
    mustFail: { file: BOOK, test: "another person's key is another request" },
  },
  {
    id: "a released portion keeps no past",
    file: RELEASE,
    find: "      past: { ...held, bookingId, fingerprint: unit.fingerprint, how, by, ...acting, at },\n",
    replace: "",
    mustFail: { file: CANCEL, test: "R-B4: a late retry" },
  },
  {
    id: "a refusal is forgotten on its first day",
    file: DROP,
    find: "at: trusted({ $lt: new Date(now - KEPT_MS) }), ",
    replace: "",
    mustFail: { file: JOBS, test: "after seven days" },
  },
  {
    id: "a refusal is forgotten while its sitting lies ahead",
    file: DROP,
    find: ", [until]: trusted({ $lt: new Date(now) })",
    replace: "",
    mustFail: { file: JOBS, test: "as long as its sitting lies ahead" },
  },
  {
    id: "portions are forgotten with the refusals",
    file: DROP,
    find: '{ kind: "refusal", ...old }',
    replace: "{ [until]: trusted({ $lt: new Date(now) }) }",
    mustFail: { file: JOBS, test: "after seven days" },
  },
];
