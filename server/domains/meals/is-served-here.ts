import { findKnownPeople } from "@server/domains/accounts/index";
import { carePointRegionScope } from "@server/domains/care-points/index";

interface Served {
  readonly carePointId: string;
  readonly residentId: string;
}

/** Whether somebody lives in the district that a care point serves: staff may find her there, and give her meals. */
export async function isServedHere({ carePointId, residentId }: Served): Promise<boolean> {
  const [people, districtId] = await Promise.all([findKnownPeople([residentId]), carePointRegionScope(carePointId)]);
  return districtId !== null && people.get(residentId)?.districtId === districtId;
}
