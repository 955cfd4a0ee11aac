import type { Fault } from "./fault";

const BODY = "server/core/http/json-body.ts";
const SEALER = "server/core/crypto/sealer.ts";
const CONNECT = "server/core/db/connect.ts";
const VALUES = "server/domains/accounts/personal-values.ts";
const STRICTNESS = "test/domains/core/strictness.api.test.ts";
const PIPELINE = "test/domains/core/pipeline.api.test.ts";
const SEALED = "test/domains/core/sealer.test.ts";
const DATABASE = "test/domains/core/database.test.ts";
const PRIVACY = "test/domains/accounts/privacy.api.test.ts";

/** Faults in what a request may look like, and in how values are kept, logged and dated. */
export const requestFaults: readonly Fault[] = [
  {
    id: "one limit has two counters",
    file: "server/migrations/20261122000000-core.ts",
    find: "{ key: 1 }, unique: true",
    replace: "{ key: 1 }",
    mustFail: { file: DATABASE, test: "keeps the counter of a limit" },
  },
  {
    id: "forms and other bodies are read",
    file: BODY,
    find: '!JSON_TYPE.test(ctx.get("Content-Type")) || ',
    replace: "",
    mustFail: { file: STRICTNESS, test: "is 415" },
  },
  {
    id: "compressed bodies are read",
    file: BODY,
    find: ' || !["", "identity"].includes(encoding)',
    replace: "",
    mustFail: { file: STRICTNESS, test: "a body in gzip is 415" },
  },
  {
    id: "bodies have no limit",
    file: BODY,
    find: "const LIMIT = 32 * 1024;",
    replace: "const LIMIT = 32 * 1024 * 1024;",
    mustFail: { file: STRICTNESS, test: "a body of 32 KB is read" },
  },
  {
    id: "a name twice in a body is read",
    file: BODY,
    find: "  assertStrictJson(rawBody);\n",
    replace: "  void assertStrictJson;\n",
    mustFail: { file: STRICTNESS, test: "a name twice" },
  },
  {
    id: "a keyed write needs no key",
    file: "server/core/http/parse-input.ts",
    find: 'throw new AppError("key_required");',
    replace: 'return "no-key-was-given";',
    mustFail: { file: PIPELINE, test: "a keyed endpoint wants one" },
  },
  {
    id: "every site may call",
    file: "server/core/http/security-headers.ts",
    find: 'origins.includes(ctx.get("Origin"))',
    replace: "origins",
    mustFail: { file: PIPELINE, test: "no other site may call" },
  },
  {
    id: "operators from outside stay operators",
    file: CONNECT,
    find: "sanitizeFilter: true",
    replace: "sanitizeFilter: false",
    mustFail: { file: DATABASE, test: "an operator from outside" },
  },
  {
    id: "a filter with a misspelt field finds everything",
    file: CONNECT,
    find: 'strictQuery: "throw"',
    replace: "strictQuery: true",
    mustFail: { file: DATABASE, test: "no schema names" },
  },
  {
    id: "writes are answered before a majority has them",
    file: CONNECT,
    find: 'writeConcern: { w: "majority", journal: true }',
    replace: "writeConcern: { w: 1 }",
    mustFail: { file: DATABASE, test: "waits for a majority's disk" },
  },
  {
    id: "phones stand in the database",
    file: VALUES,
    find: 'phone: sealer.seal(placeOf(personId, "phone"), phone)',
    replace: "phone",
    mustFail: { file: PRIVACY, test: "a phone and a birth date" },
  },
  {
    id: "phones stand in the log",
    file: "server/core/logger.ts",
    find: "    name: error.name,\n",
    replace: "    name: error.name,\n    message: error.message,\n",
    mustFail: { file: PRIVACY, test: "a phone and a birth date" },
  },
  {
    id: "URLs stand in the log",
    file: "server/core/http/request-log.ts",
    find: "method: ctx.method, route, status: ctx.status, ms:",
    replace: "method: ctx.method, route: ctx.url, status: ctx.status, ms:",
    mustFail: { file: PIPELINE, test: "the log has one line per request" },
  },
  {
    id: "a sealed value opens in another place",
    file: SEALER,
    find: "JSON.stringify([collection, id, field])",
    replace: "JSON.stringify([collection, id, field].map(() => 0))",
    mustFail: { file: SEALED, test: "a value moved to" },
  },
  {
    id: "equal values of two fields have one index",
    file: SEALER,
    find: ".update(`${field}\\0`)",
    replace: "",
    mustFail: { file: SEALED, test: "blind indexes are equal" },
  },
  {
    id: "a birth date passes through the computer's own time",
    file: VALUES,
    find: 'sealer.seal(placeOf(personId, "birthDate"), birthDate)',
    replace: 'sealer.seal(placeOf(personId, "birthDate"), new Date(`${birthDate}T00:00`).toISOString().slice(0, 10))',
    mustFail: { file: "test/domains/accounts/birth-date-zones.rules.test.ts", test: "R-T1" },
  },
  {
    id: "the day begins at midnight in Greenwich",
    file: "shared/core/dates.ts",
    find: "const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;",
    replace: "const SHANGHAI_OFFSET_MS = 0;",
    mustFail: { file: "test/domains/core/dates.rules.test.ts", test: "a day begins at 16:00 UTC" },
  },
  {
    id: "people have their birthday a day late",
    file: "shared/core/dates.ts",
    find: "day.day >= birth.day",
    replace: "day.day > birth.day",
    mustFail: { file: "test/domains/core/dates.rules.test.ts", test: "age on a day" },
  },
  {
    id: "a care point closed today says it is open",
    file: "server/domains/care-points/timetable.ts",
    find: "closedDays.some((closed) => closed.date === date)",
    replace: "closedDays.some((closed) => closed.date === '')",
    mustFail: { file: "test/domains/care-points/opening-hours.rules.test.ts", test: "a closed day wins" },
  },
  {
    id: "an entry nobody checked for long stays in the list for ever",
    file: "server/domains/care-points/care-points.queries.ts",
    find: "leavesOn: { $gt: today },\n",
    replace: "",
    mustFail: { file: "test/domains/care-points/freshness.api.test.ts", test: "is overdue, then sinks" },
  },
  {
    id: "a season over New Year never comes",
    file: "server/domains/care-points/timetable.ts",
    find: "from <= day || day <= to",
    replace: "from <= day && day <= to",
    mustFail: { file: "test/domains/care-points/timetable.rules.test.ts", test: "what holds on a day" },
  },
  {
    id: "a search reads what was typed as a pattern",
    file: "server/domains/care-points/search-keys.ts",
    find: 'toNameKey(typed).replace(/[^\\p{L}\\p{N}]/gu, "")',
    replace: "toNameKey(typed)",
    mustFail: { file: "test/domains/care-points/search.api.test.ts", test: "searches for nothing more than it says" },
  },
];
