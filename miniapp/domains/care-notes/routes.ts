import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/care-notes/pages";

export const careNotesRoutes: readonly PageRoutes[] = [{ root, pages: ["care-notes/index"] }];

export const toCareNotes = (): string => addressOf(`${root}/care-notes/index`);
