import { openedPacks } from "@server/domains/regions/index";

/** A city that is run here and something its network must have. */
export function somethingRequired(): { readonly regionId: string; readonly requirement: string } {
  const [pack] = openedPacks();
  return { regionId: pack?.city.id ?? "", requirement: pack?.requirements[0]?.key ?? "" };
}
