import { accountsContract } from "@shared/domains/accounts/accounts.contract";
import { phoneContract } from "@shared/domains/accounts/phone.contract";
import { mergeContract } from "@shared/domains/accounts/merge.contract";
import { myDataContract } from "@shared/domains/accounts/my-data.contract";
import { staffContract } from "@shared/domains/accounts/staff.contract";
import { auditOnly } from "@server/core/audit/audit-event";
import type { Domain } from "@server/core/domain";
import { accountDeletionIndexes } from "./account-deletion.model";
import { createAccountsPersonalData } from "./accounts-personal-data";
import { createAccountsHandlers } from "./accounts.handlers";
import { credentialIndexes } from "./credential.model";
import { identityIndexes } from "./identity.model";
import { loginCodeIndexes } from "./login-code.model";
import { createMergeHandlers } from "./merge.handlers";
import { mergeJobs } from "./merge.jobs";
import { createMyDataHandlers } from "./my-data.handlers";
import { myDataJobs } from "./my-data.jobs";
import { personMergeIndexes } from "./person-merge.model";
import { personIndexes } from "./person.model";
import { createPhoneHandlers } from "./phone.handlers";
import { sessionIndexes } from "./session.model";
import { createStaffHandlers } from "./staff.handlers";

export { checkMembership, checkOfficer, managerOfCarePoint, staffOfCarePoint } from "./accounts.policy";
export { endStaffRoles, leaveCarePoint } from "./end-staff-roles";
export { inviteToManage } from "./invite-to-manage";
export { findManagedCarePoints } from "./managed-care-points";
export { findKnownPeople, isBirthDateOf, type KnownPerson } from "./known-people";
export { findContacts, findWechatOpenid } from "./contacts";
export { moveStaffRoles } from "./move-staff-roles";
export { findRosterPeople, type RosterPerson } from "./roster-people";
export { findActor } from "./sessions";

/** People, their roles at care points, and how they come in. */
export const accountsDomain: Domain<typeof accountsContract> = {
  contract: accountsContract,
  createHandlers: createAccountsHandlers,
  jobs: [],
  indexes: [personIndexes, sessionIndexes, loginCodeIndexes, identityIndexes],
  outbox: ["people", "sessions", "login_codes"].map(auditOnly),
  sealed: [
    { collection: "people", field: "birthDate" },
    { collection: "people", field: "phone" },
    { collection: "identities", field: "openid" },
  ],
  createPersonalData: createAccountsPersonalData,
};

/** A person's own phone number. */
export const phoneDomain: Domain<typeof phoneContract> = {
  contract: phoneContract,
  createHandlers: createPhoneHandlers,
  jobs: [],
  indexes: [],
};

/** Who works at a care point. */
export const staffDomain: Domain<typeof staffContract> = {
  contract: staffContract,
  createHandlers: createStaffHandlers,
  jobs: [],
  indexes: [credentialIndexes],
};

/** What is kept about a person, for herself; and her leaving. */
export const myDataDomain: Domain<typeof myDataContract> = {
  contract: myDataContract,
  createHandlers: createMyDataHandlers,
  jobs: myDataJobs,
  indexes: [accountDeletionIndexes],
  outbox: [auditOnly("account_deletions")],
};

/** Whether who came by WeChat is somebody whom staff had registered. */
export const mergeDomain: Domain<typeof mergeContract> = {
  contract: mergeContract,
  createHandlers: createMergeHandlers,
  jobs: mergeJobs,
  indexes: [personMergeIndexes],
  outbox: [auditOnly("person_merges")],
};
