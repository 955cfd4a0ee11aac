import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/regions/pages";

export const regionsRoutes: readonly PageRoutes[] = [{ root, pages: ["choose-community/index"] }];

/** @param keep the chosen community becomes the one this phone starts from; otherwise the page only hands it back */
export const toChooseCommunity = ({ keep }: { keep: boolean }): string =>
  addressOf(`${root}/choose-community/index`, { keep: keep ? "yes" : undefined });
