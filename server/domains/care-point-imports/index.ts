import { carePointImportsContract } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { auditOnly } from "@server/core/audit/audit-event";
import type { Domain } from "@server/core/domain";
import { importJobs } from "./apply-rows";
import { createCarePointImportsDownloads } from "./care-point-imports.downloads";
import { createCarePointImportsHandlers } from "./care-point-imports.handlers";
import { IMPORTS, IMPORT_ROWS, importIndexes, importRowIndexes } from "./import.model";

/** An office's lists of care points: read, checked row by row, and applied once somebody said so. */
export const carePointImportsDomain: Domain<typeof carePointImportsContract> = {
  contract: carePointImportsContract,
  createHandlers: createCarePointImportsHandlers,
  createDownloads: createCarePointImportsDownloads,
  jobs: importJobs,
  indexes: [importIndexes, importRowIndexes],
  outbox: [IMPORTS, IMPORT_ROWS].map(auditOnly),
};
