import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/network/pages";

export const networkRoutes: readonly PageRoutes[] = [{ root, pages: ["network/index", "gaps/index"] }];

/** @param regionId without it the page begins with the city of the chosen community */
export const toNetwork = ({ regionId }: { regionId?: string } = {}): string =>
  addressOf(`${root}/network/index`, { regionId });

export const toGaps = ({ regionId, requirement }: { regionId: string; requirement: string }): string =>
  addressOf(`${root}/gaps/index`, { regionId, requirement });
