import { accountsContract } from "./accounts/accounts.contract";
import { phoneContract } from "./accounts/phone.contract";
import { mergeContract } from "./accounts/merge.contract";
import { myDataContract } from "./accounts/my-data.contract";
import { staffContract } from "./accounts/staff.contract";
import { careNotesContract } from "./care-notes/care-notes.contract";
import { carePointImportsContract } from "./care-point-imports/care-point-imports.contract";
import { carePointMergesContract } from "./care-point-imports/care-point-merges.contract";
import { buildOutContract } from "./build-out/build-out.contract";
import { programmeContract } from "./build-out/programme.contract";
import { carePointPhotosContract } from "./care-point-photos/care-point-photos.contract";
import { surveyPhotosContract } from "./care-point-photos/survey-photos.contract";
import { carePointRecordsContract } from "./care-point-records/care-point-records.contract";
import { claimsContract } from "./care-point-records/claims.contract";
import { correctionsContract } from "./care-point-records/corrections.contract";
import { officeRecordsContract } from "./care-point-records/office-records.contract";
import { recordChangesContract } from "./care-point-records/record-changes.contract";
import { carePointsContract } from "./care-points/care-points.contract";
import { circleContract } from "./care-points/circle.contract";
import { mapContract } from "./care-points/care-point-map.contract";
import { openFacilitiesContract } from "./care-points/open-facilities.contract";
import { familyContract } from "./family/family.contract";
import { mealCounterContract } from "./meals/meal-counter.contract";
import { mealsContract } from "./meals/meals.contract";
import { menuPlanningContract } from "./meals/menu-planning.contract";
import { networkContract } from "./network/network.contract";
import { noticesContract } from "./notices/notices.contract";
import { reconciliationContract } from "./reconciliation/reconciliation.contract";
import { regionsContract } from "./regions/regions.contract";

/** Every contract there is. The server must implement each; sweeps and OpenAPI walk this list. */
export const contracts = {
  accounts: accountsContract,
  phone: phoneContract,
  staff: staffContract,
  "my-data": myDataContract,
  merge: mergeContract,
  regions: regionsContract,
  "care-points": carePointsContract,
  circle: circleContract,
  "care-point-map": mapContract,
  network: networkContract,
  reconciliation: reconciliationContract,
  "care-point-records": carePointRecordsContract,
  corrections: correctionsContract,
  "record-changes": recordChangesContract,
  "office-records": officeRecordsContract,
  claims: claimsContract,
  "open-facilities": openFacilitiesContract,
  "care-point-photos": carePointPhotosContract,
  "survey-photos": surveyPhotosContract,
  "build-out": buildOutContract,
  programme: programmeContract,
  "care-point-imports": carePointImportsContract,
  "care-point-merges": carePointMergesContract,
  family: familyContract,
  "care-notes": careNotesContract,
  meals: mealsContract,
  "meal-counter": mealCounterContract,
  "menu-planning": menuPlanningContract,
  notices: noticesContract,
} as const;
