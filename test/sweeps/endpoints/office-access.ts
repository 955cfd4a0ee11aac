import type { AccessTable } from "./access-cells";

type Offices = Pick<AccessTable, "reconciliation" | "record-changes" | "office-records" | "claims">;

/**
 * Who may do what at the office of a district: of the table's roles nobody works at one. Who does is tried in
 * test/domains/care-point-records and test/domains/reconciliation.
 */
// prettier-ignore
export const officeAccess: Offices = {
  reconciliation: {
    getReconciliation:  { none:        ["sign_in_required", "forbidden", "forbidden", "forbidden"] },
    listUnmatched:      { none:        ["sign_in_required", "forbidden", "forbidden", "forbidden"] },
  },
  "record-changes": {
    listOwnChanges:     { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden", "own same_point allow, else forbidden"] },
    proposeChange:      { carePointId: ["sign_in_required", "forbidden", "forbidden", "own same_point allow, else forbidden"] },
    withdrawChange:     { changeId:    ["sign_in_required", "not_found", "own same_point forbidden, else not_found", "own same_point allow, else not_found"] },
    listOfficeChanges:  { none:        ["sign_in_required", "forbidden", "forbidden", "forbidden"] },
    settleChange:       { changeId:    ["sign_in_required", "not_found", "not_found", "not_found"] },
  },
  "office-records": {
    listOfficeRecords:  { none:        ["sign_in_required", "forbidden", "forbidden", "forbidden"] },
    searchOfficeRecords: { none:       ["sign_in_required", "forbidden", "forbidden", "forbidden"] },
    getOfficeRecord:    { carePointId: ["sign_in_required", "forbidden", "forbidden", "forbidden"] },
    withholdRecord:     { carePointId: ["sign_in_required", "forbidden", "forbidden", "forbidden"] },
    publishRecord:      { carePointId: ["sign_in_required", "forbidden", "forbidden", "forbidden"] },
  },
  claims: {
    getOwnClaim:        { none:        ["sign_in_required", "allow", "allow", "allow"] },
    claimCarePoint:     { none:        ["sign_in_required", "allow", "allow", "allow"] },
    listOfficeClaims:   { none:        ["sign_in_required", "forbidden", "forbidden", "forbidden"] },
    settleClaim:        { claimId:     ["sign_in_required", "not_found", "not_found", "not_found"] },
    leaveCarePoint:     { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden", "own same_point allow, else forbidden"] },
  },
};
