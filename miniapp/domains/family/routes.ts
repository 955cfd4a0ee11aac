import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/family/pages";
const workbench = "domains/family/workbench";

export const familyRoutes: readonly PageRoutes[] = [
  { root, pages: ["family/index", "invite/index", "accept/index", "acts/index"] },
  { root: workbench, pages: ["invite-for/index"] },
];

export const toFamily = (): string => addressOf(`${root}/family/index`);
export const toInvite = (): string => addressOf(`${root}/invite/index`);
export const toAccept = (): string => addressOf(`${root}/accept/index`);
export const toActs = (): string => addressOf(`${root}/acts/index`);
export const toInviteFor = ({ carePointId }: { carePointId: string }): string =>
  addressOf(`${workbench}/invite-for/index`, { carePointId });
