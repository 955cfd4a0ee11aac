import { buildBusyFigures, buildBusyImports, buildBusyMerges, OTHER_COUNTY } from "./busy-lists";
import { buildBusyProgramme, COUNTY } from "./busy-programme";

export const OFFICE_SCREEN_NAMES = [
  "build-out progress",
  "build-out points",
  "meal point",
  "propose point",
  "publish batch",
  "split target",
  "reconciliation",
  "reconciliation of a county",
  "lists brought in",
  "rows to mend",
  "rows to decide",
  "entries made one",
] as const;

const AT_OFFICE = `regionId=${COUNTY}&regionName=红旗区`;
const AT_CITY = "regionId=xinxiang&regionName=新乡市";
const BUILD_OUT = "domains/build-out/workbench";
const IMPORTS = "domains/care-point-imports/workbench";
const RECONCILIATION = "domains/reconciliation/workbench/reconciliation/index";

/** With as much behind them as an office ever has. @returns the addresses of the screens */
export async function buildOfficeScreens(regionId: string): Promise<[name: string, address: string][]> {
  const mealPointId = await buildBusyProgramme(regionId);
  const { bad, doubles } = await buildBusyImports();
  await buildBusyMerges(regionId);
  await buildBusyFigures();
  const { id, name } = OTHER_COUNTY;
  return [
    ["build-out progress", "domains/build-out/pages/progress/index?regionId=xinxiang"],
    ["build-out points", `${BUILD_OUT}/points/index?${AT_OFFICE}`],
    ["meal point", `${BUILD_OUT}/point/index?${AT_OFFICE}&mealPointId=${mealPointId}`],
    ["propose point", `${BUILD_OUT}/propose/index?${AT_OFFICE}`],
    ["publish batch", `${BUILD_OUT}/batch/index?${AT_OFFICE}`],
    ["split target", `${BUILD_OUT}/targets/index?${AT_CITY}`],
    ["reconciliation", `${RECONCILIATION}?${AT_CITY}`],
    ["reconciliation of a county", `${RECONCILIATION}?${AT_CITY}&countyId=${id}&countyName=${name}`],
    ["lists brought in", `${IMPORTS}/imports/index?${AT_OFFICE}`],
    ["rows to mend", `${IMPORTS}/import/index?${AT_OFFICE}&importId=${bad}`],
    ["rows to decide", `${IMPORTS}/import/index?${AT_OFFICE}&importId=${doubles}`],
    ["entries made one", `${IMPORTS}/merges/index?${AT_OFFICE}`],
  ];
}
