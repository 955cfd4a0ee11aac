import type { Office } from "@miniapp/core/office";
import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const workbench = "domains/care-point-imports/workbench";

export const carePointImportsRoutes: readonly PageRoutes[] = [
  { root: workbench, pages: ["imports/index", "import/index", "merges/index"] },
];

export const toImports = ({ regionId, regionName }: Office): string =>
  addressOf(`${workbench}/imports/index`, { regionId, regionName });

export const toImport = ({ regionId, regionName }: Office, importId: string): string =>
  addressOf(`${workbench}/import/index`, { regionId, regionName, importId });

export const toMerges = ({ regionId, regionName }: Office): string =>
  addressOf(`${workbench}/merges/index`, { regionId, regionName });
