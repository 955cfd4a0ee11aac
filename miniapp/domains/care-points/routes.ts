import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/care-points/pages";

export const carePointsRoutes: readonly PageRoutes[] = [
  { root, pages: ["care-point/index", "circle/index", "find/index", "map/index"] },
];

export const toCarePoint = ({ carePointId }: { carePointId: string }): string =>
  addressOf(`${root}/care-point/index`, { carePointId });

export const toFindCarePoint = (): string => addressOf(`${root}/find/index`);

export const toCarePointMap = (): string => addressOf(`${root}/map/index`);

export const toCircle = (): string => addressOf(`${root}/circle/index`);
