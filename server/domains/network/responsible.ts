import { kindsForChildren } from "@shared/core/network";
import type { Responsible } from "@shared/domains/network/network-shapes";
import { contactOf, packOf, type PlacedRegion, type Requirement } from "@server/domains/regions/index";

/** Who answers for a requirement in a region: the office of its level or else of the nearest above, by the city's list. */
export function responsibleFor({ kinds, level }: Requirement, region: PlacedRegion): Responsible {
  const { city, offices } = packOf(region);
  const side = kinds.every((kind) => kindsForChildren.has(kind)) ? "children" : "elders";
  const upwards = city.levels.slice(0, city.levels.findIndex(({ name }) => name === level) + 1).reverse();
  const candidates = upwards.flatMap(({ name }) =>
    offices.offices.filter((office) => office.level === name && office.side === side),
  );
  return { officeName: candidates[0]?.name ?? null, contact: contactOf(region) };
}
