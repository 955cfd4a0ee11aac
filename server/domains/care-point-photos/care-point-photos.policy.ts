import type { carePointPhotosContract } from "@shared/domains/care-point-photos/care-point-photos.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkOfficer, managerOfCarePoint } from "@server/domains/accounts/index";

interface Showing {
  readonly carePointId: string;
  /** Whose office answers for it; null for an unknown care point. */
  readonly districtId: string | null;
}

/** Pictures are part of an entry: its manager's, and the office's that verifies it. */
const keeperOfEntry: Policy<Showing> = (actor, facts) =>
  facts.districtId !== null && checkOfficer(actor, facts.districtId) ? "allow" : managerOfCarePoint(actor, facts);

export const carePointPhotosPolicy = {
  addPhoto: keeperOfEntry,
  orderPhotos: keeperOfEntry,
  removePhoto: keeperOfEntry,
} satisfies Policies<typeof carePointPhotosContract>;
