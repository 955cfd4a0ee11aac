import type { Fault } from "./fault";

const VERIFY = "test/domains/build-out/verify.race.test.ts";
const PROGRAMME = "test/domains/build-out/programme.api.test.ts";
const ENTRY = "test/domains/build-out/entry-follows.api.test.ts";

/** Faults in the build-out: who says yes, what hangs once, what is found when, and what adds up. */
export const buildOutFaults: readonly Fault[] = [
  {
    id: "one person verifies a point alone",
    file: "server/domains/build-out/verify-meal-point.ts",
    find: "firstYesBy !== null && firstYesBy !== actorId;",
    replace: "firstYesBy !== null && actorId !== null;",
    mustFail: { file: VERIFY, test: "the first is kept, her own second one refused" },
  },
  {
    id: "a yes counts for a survey that nobody read",
    file: "server/core/cases/move-case.ts",
    find: "const filter = { ...only, _id: caseId,",
    replace: "const filter = { _id: caseId,",
    mustFail: { file: VERIFY, test: "back to the survey: the first yes is void" },
  },
  {
    id: "two plaques have one number",
    file: "server/migrations/20261122131900-build-out.ts",
    find: "      unique: true,\n      partialFilterExpression: { plaqueNumber",
    replace: "      partialFilterExpression: { plaqueNumber",
    mustFail: { file: VERIFY, test: "however it is typed; also after its point was closed" },
  },
  {
    id: "a point is found before it has its plaque",
    file: "server/domains/build-out/care-point-of-meal-point.ts",
    find: 'if (state === "published" || state === "operating") return null;',
    replace: 'if (state !== "suspended" && state !== "closed") return null;',
    mustFail: { file: ENTRY, test: "in no list until it is published" },
  },
  {
    id: "the counties' shares are less than the target",
    file: "server/domains/build-out/split-target.ts",
    find: "!== programme.value)",
    replace: "> programme.value)",
    mustFail: { file: PROGRAMME, test: "exactly: one more or one less is refused" },
  },
  {
    id: "a county publishes another one's points",
    file: "server/domains/build-out/meal-points.queries.ts",
    find: "MealPointModel.find({ _id: trusted({ $in: [...ids] }), countyId })",
    replace: "MealPointModel.find({ _id: trusted({ $in: [...ids] }), cityId: trusted({ $ne: countyId }) })",
    mustFail: { file: PROGRAMME, test: "forged: each row at fault is named" },
  },
];
