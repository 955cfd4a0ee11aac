import { familyContract } from "@shared/domains/family/family.contract";
import type { Domain } from "@server/core/domain";
import { actIndexes } from "./act.model";
import { bondIndexes } from "./bond.model";
import { createFamilyHandlers } from "./family.handlers";
import { createFamilyPersonalData } from "./family-personal-data";
import { familyJobs } from "./family.jobs";
import { invitationIndexes } from "./invitation.model";
import { bondEvents, invitationEvents } from "./tell-elder";

export { helperLabel } from "./family.presenter";
export { findBond, type FamilyBond } from "./family.queries";
export { tellOfAct } from "./tell-of-act";

/** Who may act for an elder, by her leave, and what they did. */
export const familyDomain: Domain<typeof familyContract> = {
  contract: familyContract,
  createHandlers: createFamilyHandlers,
  jobs: familyJobs,
  createPersonalData: createFamilyPersonalData,
  indexes: [bondIndexes, invitationIndexes, actIndexes],
  outbox: [bondEvents, invitationEvents],
};
