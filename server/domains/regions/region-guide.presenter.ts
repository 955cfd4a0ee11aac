import type { RegionGuide } from "@shared/domains/regions/regions.contract";
import { facilityKindWords } from "@shared/core/network";
import { districtOf, packOf, type PlacedRegion } from "./region-tree";
import { presentRegion } from "./regions.presenter";
import { walkerTo } from "./walking-pace";

export function presentRegionGuide(region: PlacedRegion): RegionGuide {
  const { city, circle, freshness, offices, pace } = packOf(region);
  return {
    region: presentRegion(region),
    levels: city.levels.map(({ name, role }) => {
      return { name, isDistrict: role === "district", isCommunity: role === "community" };
    }),
    contact: contactOf(region),
    offices: offices.offices.map(({ level, name, side }) => ({ levelName: level, name, side })),
    circle: {
      name: circle.name,
      minutes: circle.minutes,
      services: circle.services.map(({ service, isAssumption = false }) => {
        return { service, walker: walkerTo({ service, pace }), isAssumption };
      }),
    },
    freshness: freshness.words,
  };
}

/** The guidance centre of the district above a region; the city's helpline where nobody published its phone. */
export function contactOf(region: PlacedRegion): RegionGuide["contact"] {
  const { city, offices, requirements } = packOf(region);
  const districtId = districtOf(region);
  const phone = offices.guidanceCentres.find(({ regionId }) => regionId === districtId)?.phone;
  if (phone === null || phone === undefined)
    return { name: city.helpline.name, phone: city.helpline.phone, isHelpline: true };
  const own = requirements.find(({ kinds }) => kinds.includes("guidance_centre"))?.name;
  return { name: own ?? facilityKindWords.guidance_centre, phone, isHelpline: false };
}
