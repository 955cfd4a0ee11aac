import type { contracts } from "@shared/domains/index";
import type { Domain } from "@server/core/domain";
import { accountsDomain, mergeDomain, myDataDomain, phoneDomain, staffDomain } from "./accounts/index";
import { buildOutDomain, programmeDomain } from "./build-out/index";
import { careNotesDomain } from "./care-notes/index";
import { carePointImportsDomain, carePointMergesDomain } from "./care-point-imports/index";
import { carePointPhotosDomain, surveyPhotosDomain } from "./care-point-photos/index";
import {
  carePointRecordsDomain,
  claimsDomain,
  correctionsDomain,
  officeRecordsDomain,
  recordChangesDomain,
} from "./care-point-records/index";
import { carePointsDomain, circleDomain, mapDomain, openFacilitiesDomain } from "./care-points/index";
import { familyDomain } from "./family/index";
import { mealCounterDomain, mealsDomain, menuPlanningDomain } from "./meals/index";
import { networkDomain } from "./network/index";
import { noticesDomain } from "./notices/index";
import { reconciliationDomain } from "./reconciliation/index";
import { regionsDomain } from "./regions/index";

/** Every contract has its domain here; one that is missing does not compile. */
type Domains = { readonly [K in keyof typeof contracts]: Domain<(typeof contracts)[K]> };

/** The business areas of the server, in the order in which they are mounted. */
export const domains: Domains = {
  regions: regionsDomain,
  "care-points": carePointsDomain,
  circle: circleDomain,
  "care-point-map": mapDomain,
  network: networkDomain,
  "open-facilities": openFacilitiesDomain,
  accounts: accountsDomain,
  phone: phoneDomain,
  staff: staffDomain,
  "my-data": myDataDomain,
  merge: mergeDomain,
  notices: noticesDomain,
  "care-point-records": carePointRecordsDomain,
  corrections: correctionsDomain,
  "record-changes": recordChangesDomain,
  "office-records": officeRecordsDomain,
  claims: claimsDomain,
  reconciliation: reconciliationDomain,
  "care-point-imports": carePointImportsDomain,
  "care-point-merges": carePointMergesDomain,
  "build-out": buildOutDomain,
  programme: programmeDomain,
  "care-point-photos": carePointPhotosDomain,
  "survey-photos": surveyPhotosDomain,
  family: familyDomain,
  "care-notes": careNotesDomain,
  meals: mealsDomain,
  "meal-counter": mealCounterDomain,
  "menu-planning": menuPlanningDomain,
};

/** The same as a list, each domain without its own types. */
export const allDomains = Object.values(domains) as unknown as readonly Domain[];
