import type { Fault } from "./fault";

const RECORDS = "test/domains/care-point-records/records.api.test.ts";
const MACHINE = "test/domains/care-point-records/correction-machine.api.test.ts";
const WORKING_DAYS = "test/domains/core/working-days.rules.test.ts";

/** Faults in how a care point keeps its entry, and in what is answered until when. */
export const recordFaults: readonly Fault[] = [
  {
    id: "what was answered is answered again",
    file: "server/core/cases/move-case.ts",
    find: 'if (verdict !== "allowed") throw',
    replace: 'if (verdict === "not_yours") throw',
    mustFail: { file: MACHINE, test: "turn_down by staff" },
  },
  {
    id: "a moved weekend is no working day",
    file: "server/core/cases/working-days.ts",
    find: "return arranged(date)?.work ?? !isWeekend;",
    replace: "return arranged(date)?.work !== false && !isWeekend;",
    mustFail: { file: WORKING_DAYS, test: "over National Day, with the Saturday that is worked" },
  },
  {
    id: "a confirmed entry stays where it sank",
    file: "server/domains/care-point-records/confirm-record.ts",
    find: "facts: { verifiedOn: today(deps.clock) },",
    replace: "facts: {},",
    mustFail: { file: RECORDS, test: "an entry that had sunk is back in the first part" },
  },
  {
    id: "the night's job writes events that the relay has taken",
    file: "server/domains/care-points/derive-care-points.ts",
    find: "      .select({ changes: 0, outbox: 0 })\n",
    replace: "",
    mustFail: { file: RECORDS, test: "the night's job does not bring back what the relay takes meanwhile" },
  },
];
