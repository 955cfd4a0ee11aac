import type { officeRecordsContract } from "@shared/domains/care-point-records/office-records.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkOfficer } from "@server/domains/accounts/index";
import type { CarePointDocument } from "@server/domains/care-points/index";
import { officerOf } from "./record-changes.policy";
import { officeRegionOf } from "./verifying-office";

/** Care points are public, so others are told that it is not theirs to do; an absent one reads the same. */
export const officerOfCarePoint: Policy<Pick<CarePointDocument, "districtId" | "cityId"> | null> = (
  actor,
  carePoint,
) => (carePoint && checkOfficer(actor, officeRegionOf(carePoint)) ? "allow" : "forbidden");

export const officeRecordsPolicy = {
  listOfficeRecords: officerOf,
  searchOfficeRecords: officerOf,
  getOfficeRecord: officerOfCarePoint,
  withholdRecord: officerOfCarePoint,
  publishRecord: officerOfCarePoint,
} satisfies Policies<typeof officeRecordsContract>;
