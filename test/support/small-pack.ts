import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FacilityKind } from "@shared/core/network";
import type { PackContents } from "@server/domains/regions/region-pack";

const source = { label: "test", title: "a paper", publishedOn: "2026-01" };
const sources = [source];
const confirmWithinDays = Object.fromEntries(FacilityKind.options.map((kind) => [kind, 60])) as Record<
  FacilityKind,
  60
>;

/** A city that no folder of the repository holds: three levels, one county, one village without a seat. */
export const smallPack: PackContents = {
  "city.json": {
    id: "luoyang",
    name: "洛阳市",
    within: "河南省",
    levels: [{ name: "市" }, { name: "县", role: "district" }, { name: "村", role: "community" }],
    helpline: { phone: "12345", name: "热线", source: "x" },
    source,
  },
  "regions.json": {
    source,
    regions: [
      { id: "luoyang-luoning", name: "洛宁县", parentId: "luoyang", seat: { latitude: 34.39, longitude: 111.65 } },
      { id: "luoyang-luoning-shi", name: "石村", parentId: "luoyang-luoning", seat: null },
    ],
  },
  "targets.json": {
    sources,
    targets: [{ indicator: "meal-points", name: "助餐点", unit: "个", source: "test" }],
  },
  "network.json": {
    sources,
    requirements: [
      {
        key: "village-meals",
        level: "村",
        name: "村助餐点",
        kinds: ["meal_point"],
        measure: "served_share",
        indicator: "meal-points",
        source: "test",
      },
    ],
  },
  "circle.json": {
    sources,
    circle: {
      name: "十分钟圈",
      minutes: 10,
      source: "test",
      services: [
        { service: "meals", source: "test" },
        { service: "childcare", source: "test", isAssumption: true },
      ],
    },
  },
  "freshness.json": {
    isAssumption: true,
    source: "x",
    confirmWithinDays,
    sinksAfterDays: 10,
    leavesAfterDays: 20,
    words: { overdue: "要核对", sunken: "好久没核对" },
  },
  "offices.json": {
    sources,
    verifyingLevel: "县",
    offices: [{ level: "县", name: "县民政局", side: "elders", source: "test" }],
    guidanceCentres: [{ regionId: "luoyang-luoning", phone: "037966660000" }],
  },
  "pace.json": {
    elderMetresPerSecond: 0.5,
    pramMetresPerSecond: 1,
    pramServices: ["childcare"],
    detourFactor: 2,
    isAssumption: true,
    source: "x",
  },
  "calendar.json": { holidays: "national", closedDays: [], source: "x" },
};

/** Writes the small pack as a city's folder below another one, as an installation would add it. */
export function writeSmallPack(folder: string): void {
  const place = join(folder, smallPack["city.json"].id);
  mkdirSync(place);
  for (const [file, content] of Object.entries(smallPack)) writeFileSync(join(place, file), JSON.stringify(content));
}
