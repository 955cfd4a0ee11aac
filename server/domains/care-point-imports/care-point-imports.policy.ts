import type { carePointImportsContract } from "@shared/domains/care-point-imports/care-point-imports.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkOfficer } from "@server/domains/accounts/index";

/** Regions are public, so others are told that it is not theirs to do. */
const ofOffice: Policy<{ readonly regionId: string }> = (actor, { regionId }) =>
  checkOfficer(actor, regionId) ? "allow" : "forbidden";

/** What an office brings in is its own: to others it is not there. */
const ownImport: Policy<{ readonly regionId: string } | null> = (actor, batch) =>
  batch && checkOfficer(actor, batch.regionId) ? "allow" : "not_found";

export const carePointImportsPolicy = {
  checkImport: ofOffice,
  listImports: ofOffice,
  getImport: ownImport,
  listImportRows: ownImport,
  decideDouble: ownImport,
  applyImport: ownImport,
} satisfies Policies<typeof carePointImportsContract>;
