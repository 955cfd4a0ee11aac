import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/care-point-records/pages";
const workbench = "domains/care-point-records/workbench";

export const carePointRecordsRoutes: readonly PageRoutes[] = [
  { root, pages: ["correction/index"] },
  { root: workbench, pages: ["record/index"] },
];

export const toCorrection = ({ carePointId }: { carePointId: string }): string =>
  addressOf(`${root}/correction/index`, { carePointId });

interface Workplace {
  readonly carePointId: string;
  readonly carePointName: string;
  readonly isManager: boolean;
}

export const toRecord = ({ carePointId, carePointName, isManager }: Workplace): string =>
  addressOf(`${workbench}/record/index`, { carePointId, carePointName, isManager: isManager ? "yes" : undefined });
