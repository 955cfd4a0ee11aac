import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/care-points/pages";

export const carePointsRoutes: readonly PageRoutes[] = [{ root, pages: ["care-point/index"] }];

export const toCarePoint = ({ carePointId }: { carePointId: string }): string =>
  addressOf(`${root}/care-point/index`, { carePointId });
