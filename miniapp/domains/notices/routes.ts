import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/notices/pages";
const workbench = "domains/notices/workbench";

export const noticesRoutes: readonly PageRoutes[] = [
  { root, pages: ["inbox/index"] },
  { root: workbench, pages: ["calls/index"] },
];

export const toInbox = (): string => addressOf(`${root}/inbox/index`);
export const toCalls = ({ carePointId }: { carePointId: string }): string =>
  addressOf(`${workbench}/calls/index`, { carePointId });
