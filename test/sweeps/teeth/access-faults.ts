import type { Fault } from "./fault";

const POLICY = "server/domains/accounts/accounts.policy.ts";
const SESSIONS = "server/domains/accounts/sessions.ts";
const CODE = "server/domains/accounts/sign-in-with-code.ts";
const REGISTER = "server/domains/accounts/register-resident.ts";
const RESIDENTS = "test/domains/accounts/residents.api.test.ts";
const SIGNED_IN = "test/domains/accounts/sessions.api.test.ts";
const LOGIN_CODE = "test/domains/accounts/login-code.api.test.ts";
const LOCK_OUT = "test/domains/accounts/staff-lock-out.api.test.ts";
const PIPELINE = "test/domains/core/pipeline.api.test.ts";

/** Faults in who may come in and what she may do and see. */
export const accessFaults: readonly Fault[] = [
  {
    id: "two people have one phone",
    file: "server/migrations/20261122000200-accounts.ts",
    find: "{ phoneIndex: 1 }, unique: true",
    replace: "{ phoneIndex: 1 }",
    mustFail: { file: RESIDENTS, test: "one phone belongs to one person" },
  },
  {
    id: "residents are open to everybody",
    file: POLICY,
    find: 'checkMembership(actor, carePointId) ? "allow" : "forbidden"',
    replace: 'checkMembership(actor, carePointId) ? "allow" : "allow"',
    mustFail: { file: RESIDENTS, test: "an elder may not, and a foreign care point" },
  },
  {
    id: "membership of one care point opens all",
    file: POLICY,
    find: "membership.carePointId === carePointId",
    replace: "membership.carePointId !== undefined",
    mustFail: { file: "test/domains/accounts/accounts.policy.test.ts", test: "membership is of one care point" },
  },
  {
    id: "staff make codes for residents of any district",
    file: POLICY,
    find: "resident?.districtId === districtId && ",
    replace: "resident != null && ",
    mustFail: { file: RESIDENTS, test: "out of reach, a colleague" },
  },
  {
    id: "staff make codes for their colleagues",
    file: POLICY,
    find: " && !isStaff(resident)",
    replace: "",
    mustFail: { file: RESIDENTS, test: "out of reach, a colleague" },
  },
  {
    id: "residents of another district are registered",
    file: REGISTER,
    find: "districtOf(community) !== districtId",
    replace: "districtOf(community) === undefined",
    mustFail: { file: RESIDENTS, test: "refuses another district" },
  },
  {
    id: "another body under a registration's key is answered",
    file: REGISTER,
    find: "registered.registration !== person.registration",
    replace: "registered._id !== person._id",
    mustFail: { file: RESIDENTS, test: "another body under the same key" },
  },
  {
    id: "tokens are stored as they are",
    file: "server/core/crypto/tokens.ts",
    find: 'createHash("sha256").update(token).digest("base64url")',
    replace: 'createHash("sha256") && token',
    mustFail: { file: SIGNED_IN, test: "stored as the hash" },
  },
  {
    id: "sessions never end",
    file: SESSIONS,
    find: "findOne({ _id: tokenHash, expiresAt: trusted({ $gt: new Date(now) }) })",
    replace: "findOne({ _id: tokenHash })",
    mustFail: { file: SIGNED_IN, test: "lasts sixty days unused" },
  },
  {
    id: "use prolongs a session without end",
    file: SESSIONS,
    find: "Math.min(now + idleMs, session.endsAt.getTime())",
    replace: "now + idleMs",
    mustFail: { file: SIGNED_IN, test: "no longer than a year" },
  },
  {
    id: "a signed-out session lives on in the cache",
    file: SESSIONS,
    find: "  actors.forget(actor.id);\n",
    replace: "",
    mustFail: { file: SIGNED_IN, test: "ends at once at sign-out" },
  },
  {
    id: "a login code is good twice",
    file: CODE,
    find: "usedAt: null, ",
    replace: "",
    mustFail: { file: LOGIN_CODE, test: "a used code is as wrong" },
  },
  {
    id: "a login code is good for ever",
    file: CODE,
    find: ", expiresAt: trusted({ $gt: now }) }",
    replace: " }",
    mustFail: { file: LOGIN_CODE, test: "good to the last millisecond" },
  },
  {
    id: "a login code opens a staff account",
    file: CODE,
    find: " || isStaff(person)",
    replace: "",
    mustFail: { file: LOGIN_CODE, test: "who became staff" },
  },
  {
    id: "earlier login codes stay alive",
    file: "server/domains/accounts/make-login-code.ts",
    find: "{ personId, expiresAt: trusted({ $gt: new Date(now) }) }",
    replace: '{ personId: "", expiresAt: trusted({ $gt: new Date(now) }) }',
    mustFail: { file: LOGIN_CODE, test: "a new code ends the earlier" },
  },
  {
    id: "passwords may be guessed for ever",
    file: "server/domains/accounts/sign-in-as-staff.ts",
    find: 'await limits.consume("secret", key);',
    replace: "void key;",
    mustFail: { file: LOCK_OUT, test: "five wrong ones, from anywhere" },
  },
  {
    id: "who cannot be counted may guess",
    file: "server/core/limits/limits.ts",
    find: 'new RateLimiterMongo(shared("secret"))',
    replace: 'new RateLimiterMongo({ ...shared("secret"), insuranceLimiter: inProcess("secret") })',
    mustFail: { file: "test/domains/core/limits.api.test.ts", test: "who cannot be counted may not guess" },
  },
  {
    id: "anybody chooses his address",
    file: "server/app.ts",
    find: "proxy: env.proxyCount > 0",
    replace: "proxy: true",
    mustFail: { file: "test/domains/core/limits.api.test.ts", test: "a made-up X-Forwarded-For" },
  },
  {
    id: "an answer without a policy goes out",
    file: "server/core/http/mount.ts",
    find: 'let isDecided = endpoint.access === "public";',
    replace: "let isDecided = true;",
    mustFail: { file: PIPELINE, test: "no policy let through" },
  },
  {
    id: "fields that the contract does not name go out",
    file: "server/core/http/mount.ts",
    find: "endpoint.response.parse(result)",
    replace: "result",
    mustFail: { file: PIPELINE, test: "only with what the contract names" },
  },
];
