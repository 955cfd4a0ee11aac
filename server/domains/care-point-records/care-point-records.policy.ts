import type { carePointRecordsContract } from "@shared/domains/care-point-records/care-point-records.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkOfficer, managerOfCarePoint, staffOfCarePoint } from "@server/domains/accounts/index";

interface Confirming {
  readonly carePointId: string;
  /** Set only where nobody manages the care point: the region whose office then confirms. */
  readonly officeRegionId: string | null;
}

/** Who works there says that all is right; where nobody manages the place, the office of its district. */
const confirming: Policy<Confirming> = (actor, { carePointId, officeRegionId }) =>
  officeRegionId !== null && checkOfficer(actor, officeRegionId) ? "allow" : staffOfCarePoint(actor, { carePointId });

/** Staff look whether an entry is right; what stands in it, its manager says. */
export const carePointRecordsPolicy = {
  getOwnRecord: staffOfCarePoint,
  confirmRecord: confirming,
  editRecord: managerOfCarePoint,
} satisfies Policies<typeof carePointRecordsContract>;
