import { carePointImportsContract } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { carePointMergesContract } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { auditOnly } from "@server/core/audit/audit-event";
import type { Domain } from "@server/core/domain";
import { importJobs } from "./apply-rows";
import { createCarePointImportsDownloads } from "./import-downloads";
import { createCarePointImportsHandlers } from "./care-point-imports.handlers";
import { mergeJobs } from "./finish-merge";
import { IMPORTS, IMPORT_ROWS, importIndexes, importRowIndexes } from "./import.model";
import { CARE_POINT_MERGES, carePointMergeIndexes } from "./merge.model";
import { createCarePointMergesHandlers } from "./merges.handlers";

/** An office's lists of care points: read, checked row by row, and applied once somebody said so. */
export const carePointImportsDomain: Domain<typeof carePointImportsContract> = {
  contract: carePointImportsContract,
  createHandlers: createCarePointImportsHandlers,
  createDownloads: createCarePointImportsDownloads,
  jobs: importJobs,
  indexes: [importIndexes, importRowIndexes],
  outbox: [IMPORTS, IMPORT_ROWS].map(auditOnly),
};

/** Two entries of one place become one, when two people of the office say so. */
export const carePointMergesDomain: Domain<typeof carePointMergesContract> = {
  contract: carePointMergesContract,
  createHandlers: createCarePointMergesHandlers,
  jobs: mergeJobs,
  indexes: [carePointMergeIndexes],
  outbox: [auditOnly(CARE_POINT_MERGES)],
};
