import type { Fault } from "./fault";

const CHECK_IN = "server/domains/meals/check-in.ts";
const PASS = "server/domains/meals/pick-up-pass.ts";
const WALK_IN = "server/domains/meals/walk-in.ts";
const SYNC = "server/domains/meals/sync-roster.ts";
const REPLAY = "server/domains/meals/replay-act.ts";
const CHECKED_IN = "test/domains/meals/counter-check-in.api.test.ts";
const LIMITS = "test/domains/meals/counter-limits.api.test.ts";
const PICTURE = "test/domains/meals/pick-up-pass.rules.test.ts";
const ROSTER = "test/domains/meals/counter-roster.api.test.ts";
const SYNCED = "test/domains/meals/counter-sync.api.test.ts";

/** Faults at the counter: what is handed out, to whom, until when, and what was done without a connection. */
export const counterFaults: readonly Fault[] = [
  {
    id: "a code of another sitting will do",
    file: "server/domains/meals/meal-counter.queries.ts",
    find: "find({ sitting: trusted({ $in: [...sittings] }), code, active: true })",
    replace: "find({ code, active: true })",
    mustFail: { file: CHECKED_IN, test: "a code of another care point, of another day" },
  },
  {
    id: "codes may be tried through",
    file: "server/domains/meals/guess-code.ts",
    find: "const MISSES = 5;",
    replace: "const MISSES = 500;",
    mustFail: { file: CHECKED_IN, test: "R-B8: after five misses in a row" },
  },
  {
    id: "a picture of two minutes ago will do",
    file: PASS,
    find: "const STEPS_OFF = 1;",
    replace: "const STEPS_OFF = 2;",
    mustFail: { file: PICTURE, test: "of the minute before that" },
  },
  {
    id: "a picture without its check will do",
    file: PASS,
    find: "given.length !== expected.length || !timingSafeEqual(given, expected)",
    replace: "given.length !== expected.length || timingSafeEqual(given, Buffer.alloc(given.length))",
    mustFail: { file: PICTURE, test: "another booking under this check" },
  },
  {
    id: "a picture is good at every counter",
    file: CHECK_IN,
    find: "if (!pass || portion?.carePointId !== carePointId)",
    replace: "if (!pass || !portion)",
    mustFail: { file: CHECKED_IN, test: "a forged one and one of a cancelled booking are unknown" },
  },
  {
    id: "a handing-out is taken back after two minutes",
    file: "server/domains/meals/portion.machine.ts",
    find: 'within: { since: "servedAt", ms: UNDO_MS }',
    replace: 'within: { since: "servedAt", ms: UNDO_MS + 1 }',
    mustFail: { file: LIMITS, test: "of a walk-in is taken back" },
  },
  {
    id: "a walk-in gets what is left of another dish",
    file: WALK_IN,
    find: "among: { sitting: menu._id, dish: dish.id }",
    replace: "among: { sitting: menu._id }",
    mustFail: { file: LIMITS, test: "gets the dish she asked for or none" },
  },
  {
    id: "a walk-in asked for twice is handed out twice",
    file: WALK_IN,
    find: "): string => bookingIdOf(request);",
    replace: "): string => bookingIdOf({ ...request, key: `${request.key} ${process.hrtime.bigint()}` });",
    mustFail: { file: ROSTER, test: "until it is gone, each key once" },
  },
  {
    id: "a roster is opened and nobody writes it down",
    file: "server/domains/meals/open-roster.ts",
    find: "  await recordRead({ act:",
    replace: "  void recordRead; void ({ act:",
    mustFail: { file: ROSTER, test: "opening is written down first" },
  },
  {
    id: "what came twice is done twice",
    file: SYNC,
    find: "    if (answers.has(key)) continue;\n",
    replace: "",
    mustFail: { file: SYNCED, test: "twice gives the same answers and does nothing" },
  },
  {
    id: "a device's clock is believed",
    file: SYNC,
    find: "Date.parse(act.happenedAt) + offMs",
    replace: "Date.parse(act.happenedAt)",
    mustFail: { file: SYNCED, test: "a device ten minutes off is put right" },
  },
  {
    id: "what a device calls a code is one",
    file: REPLAY,
    find: "if (act.code !== portion.code)",
    replace: 'if (act.code === "")',
    mustFail: { file: SYNCED, test: "a typed code is compared here" },
  },
];
