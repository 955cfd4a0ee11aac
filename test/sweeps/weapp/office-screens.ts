import { buildMealPoint } from "@server/domains/build-out/build-out.builders";

export const OFFICE_SCREEN_NAMES = [
  "build-out progress",
  "propose point",
  "lists brought in",
  "entries made one",
] as const;

const AT_OFFICE = "regionId=xinxiang-hongqi&regionName=红旗区";
const BUILD_OUT = "domains/build-out/workbench";

/** With a point in the programme. @returns the addresses of the screens */
export async function buildOfficeScreens(regionId: string): Promise<[name: string, address: string][]> {
  await buildMealPoint({ regionId, state: "plated" });
  return [
    ["build-out progress", "domains/build-out/pages/progress/index?regionId=xinxiang"],
    ["propose point", `${BUILD_OUT}/propose/index?${AT_OFFICE}`],
    ["lists brought in", `domains/care-point-imports/workbench/imports/index?${AT_OFFICE}`],
    ["entries made one", `domains/care-point-imports/workbench/merges/index?${AT_OFFICE}`],
  ];
}
