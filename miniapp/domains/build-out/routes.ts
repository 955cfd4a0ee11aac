import type { Office } from "@miniapp/core/office";
import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/build-out/pages";
const workbench = "domains/build-out/workbench";

/** Only a browser prints. */
const printed = process.env.TARO_ENV === "h5" ? ["plate/index"] : [];

export const buildOutRoutes: readonly PageRoutes[] = [
  { root, pages: ["progress/index", "plaque/index"] },
  {
    root: workbench,
    pages: ["points/index", "point/index", "propose/index", "batch/index", "targets/index", ...printed],
  },
];

const atOffice = (page: string, { regionId, regionName }: Office, more = {}): string =>
  addressOf(`${workbench}/${page}/index`, { regionId, regionName, ...more });

export const toMealPoints = (office: Office): string => atOffice("points", office);
export const toProposal = (office: Office): string => atOffice("propose", office);
export const toBatch = (office: Office): string => atOffice("batch", office);
export const toTargets = (office: Office): string => atOffice("targets", office);

export const toMealPoint = (office: Office, mealPointId: string): string => atOffice("point", office, { mealPointId });

export const toPlate = (office: Office, mealPointId: string): string => atOffice("plate", office, { mealPointId });

/** @param regionId any region of the city; without it the city of the chosen community */
export const toBuildOutProgress = ({ regionId }: { regionId?: string } = {}): string =>
  addressOf(`${root}/progress/index`, { regionId });

/** What the QR code of a plaque leads to. */
export const toPlaque = ({ cityId, plaqueNumber }: { cityId: string; plaqueNumber: string }): string =>
  addressOf(`${root}/plaque/index`, { cityId, number: plaqueNumber });
