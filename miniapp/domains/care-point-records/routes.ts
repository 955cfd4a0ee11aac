import type { Office } from "@miniapp/core/office";
import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/care-point-records/pages";
const workbench = "domains/care-point-records/workbench";

export const carePointRecordsRoutes: readonly PageRoutes[] = [
  { root, pages: ["correction/index", "claim/index"] },
  { root: workbench, pages: ["record/index", "propose/index", "desk/index", "change/index", "entry/index"] },
];

export const toCorrection = ({ carePointId }: { carePointId: string }): string =>
  addressOf(`${root}/correction/index`, { carePointId });

/** Somebody who runs a place says so. */
export const toClaim = ({ carePointId }: { carePointId: string }): string =>
  addressOf(`${root}/claim/index`, { placeId: carePointId });

const atOffice = (page: string, { regionId, regionName }: Office, more = {}): string =>
  addressOf(`${workbench}/${page}/index`, { regionId, regionName, ...more });

export const toOfficeDesk = (office: Office): string => atOffice("desk", office);

export const toOfficeChange = (office: Office, changeId: string): string => atOffice("change", office, { changeId });

export const toOfficeEntry = (office: Office, carePointId: string): string =>
  atOffice("entry", office, { carePointId });

interface Workplace {
  readonly carePointId: string;
  readonly carePointName: string;
  readonly isManager: boolean;
}

export const toRecord = ({ carePointId, carePointName, isManager }: Workplace): string =>
  addressOf(`${workbench}/record/index`, { carePointId, carePointName, isManager: isManager ? "yes" : undefined });

export const toProposeChange = ({ carePointId, carePointName }: Omit<Workplace, "isManager">): string =>
  addressOf(`${workbench}/propose/index`, { carePointId, carePointName, isManager: "yes" });
