import type { CarePointDocument } from "@server/domains/care-points/index";
import { findRegion, packOf } from "@server/domains/regions/index";

type Placed = Pick<CarePointDocument, "districtId" | "cityId">;

/** The region whose office says yes to what changes in an entry; the city's where it lies in no district. */
export const officeRegionOf = ({ districtId, cityId }: Placed): string => districtId ?? cityId;

/** That office by its own name, "红旗区民政局": the pack names it by the word of its level. Null: an entry that is gone. */
export async function officeNameOf(carePoint: Placed | null): Promise<string> {
  const region = carePoint && (await findRegion(officeRegionOf(carePoint)));
  if (!region) return "民政部门";
  const { offices, verifyingLevel } = packOf(region).offices;
  const office = offices.find(({ level, side }) => level === verifyingLevel && side === "elders");
  return office ? office.name.replace(verifyingLevel, region.name) : `${region.name}民政部门`;
}
