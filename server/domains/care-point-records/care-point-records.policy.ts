import type { carePointRecordsContract } from "@shared/domains/care-point-records/care-point-records.contract";
import type { Policies } from "@server/core/http/handlers";
import { managerOfCarePoint, staffOfCarePoint } from "@server/domains/accounts/index";

/** Staff look whether an entry is right; what stands in it, its manager says. */
export const carePointRecordsPolicy = {
  getOwnRecord: staffOfCarePoint,
  confirmRecord: staffOfCarePoint,
  editRecord: managerOfCarePoint,
} satisfies Policies<typeof carePointRecordsContract>;
