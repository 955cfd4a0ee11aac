import { carePointRecordsContract } from "@shared/domains/care-point-records/care-point-records.contract";
import { claimsContract } from "@shared/domains/care-point-records/claims.contract";
import { correctionsContract } from "@shared/domains/care-point-records/corrections.contract";
import { officeRecordsContract } from "@shared/domains/care-point-records/office-records.contract";
import { recordChangesContract } from "@shared/domains/care-point-records/record-changes.contract";
import type { Domain } from "@server/core/domain";
import { createCarePointRecordsHandlers } from "./care-point-records.handlers";
import { CLAIMS, claimIndexes } from "./claim.model";
import { createClaimsHandlers } from "./claims.handlers";
import { createClaimsPersonalData } from "./claims-personal-data";
import { CORRECTIONS, correctionIndexes } from "./correction.model";
import { createCorrectionsHandlers } from "./corrections.handlers";
import { createCorrectionsPersonalData } from "./corrections-personal-data";
import { correctionJobs } from "./escalate-corrections";
import { OFFICE_ACTS, officeActIndexes } from "./office-act.model";
import { createOfficeRecordsHandlers } from "./office-records.handlers";
import { RECORD_CHANGES, recordChangeIndexes } from "./record-change.model";
import { recordChangeJobs } from "./escalate-changes";
import { createRecordChangesHandlers } from "./record-changes.handlers";
import { createRecordChangesPersonalData } from "./record-changes-personal-data";
import { claimEvents } from "./tell-claimant";
import { recordChangeEvents } from "./tell-proposer";
import { correctionEvents } from "./tell-reporter";

export { moveCorrections } from "./move-corrections";

/** Entries in the hands of those who work there. A domain of its own: it needs care points and who works at them. */
export const carePointRecordsDomain: Domain<typeof carePointRecordsContract> = {
  contract: carePointRecordsContract,
  createHandlers: createCarePointRecordsHandlers,
  jobs: [],
  indexes: [],
};

/** What of an entry waits for the office's yes. */
export const recordChangesDomain: Domain<typeof recordChangesContract> = {
  contract: recordChangesContract,
  createHandlers: createRecordChangesHandlers,
  jobs: recordChangeJobs,
  createPersonalData: createRecordChangesPersonalData,
  indexes: [recordChangeIndexes],
  outbox: [recordChangeEvents],
  sealed: [{ collection: RECORD_CHANGES, field: "words" }],
};

/** A district's entries in the hands of its office. */
export const officeRecordsDomain: Domain<typeof officeRecordsContract> = {
  contract: officeRecordsContract,
  createHandlers: createOfficeRecordsHandlers,
  jobs: [],
  indexes: [officeActIndexes],
  sealed: [{ collection: OFFICE_ACTS, field: "words" }],
};

/** Who says that she runs a place without a manager, and who leaves one. */
export const claimsDomain: Domain<typeof claimsContract> = {
  contract: claimsContract,
  createHandlers: createClaimsHandlers,
  jobs: [],
  createPersonalData: createClaimsPersonalData,
  indexes: [claimIndexes],
  outbox: [claimEvents],
  sealed: [
    { collection: CLAIMS, field: "evidence" },
    { collection: CLAIMS, field: "phone" },
    { collection: CLAIMS, field: "words" },
  ],
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
