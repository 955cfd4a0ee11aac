import { carePointRecordsContract } from "@shared/domains/care-point-records/care-point-records.contract";
import { correctionsContract } from "@shared/domains/care-point-records/corrections.contract";
import type { Domain } from "@server/core/domain";
import { createCarePointRecordsHandlers } from "./care-point-records.handlers";
import { CORRECTIONS, correctionIndexes } from "./correction.model";
import { createCorrectionsHandlers } from "./corrections.handlers";
import { createCorrectionsPersonalData } from "./corrections-personal-data";
import { correctionJobs } from "./escalate-corrections";
import { correctionEvents } from "./tell-reporter";

/** Entries in the hands of those who work there. A domain of its own: it needs care points and who works at them. */
export const carePointRecordsDomain: Domain<typeof carePointRecordsContract> = {
  contract: carePointRecordsContract,
  createHandlers: createCarePointRecordsHandlers,
  jobs: [],
  indexes: [],
};

/** What people say is wrong with an entry, and what became of it. */
export const correctionsDomain: Domain<typeof correctionsContract> = {
  contract: correctionsContract,
  createHandlers: createCorrectionsHandlers,
  jobs: correctionJobs,
  createPersonalData: createCorrectionsPersonalData,
  indexes: [correctionIndexes],
  outbox: [correctionEvents],
  sealed: [
    { collection: CORRECTIONS, field: "sentence" },
    { collection: CORRECTIONS, field: "words" },
  ],
};
