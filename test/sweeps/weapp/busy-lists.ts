import { addDays } from "@shared/core/dates";
import type { RowState } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { ImportModel, ImportRowModel, type ImportDocument } from "@server/domains/care-point-imports/import.model";
import { CarePointMergeModel } from "@server/domains/care-point-imports/merge.model";
import { buildCarePoints, offeringOf } from "@server/domains/care-points/index";
import { ProvinceSnapshotModel } from "@server/domains/reconciliation/province-snapshot.model";
import { districtsOf } from "@server/domains/regions/index";

const CITY = "xinxiang";
const OFFICE = "xinxiang-hongqi";
export const OTHER_COUNTY = { id: "xinxiang-weibin", name: "卫滨区" };
const ROWS = 25;
const IMPORTS = 10;
const MERGES = 20;
const TODAY = "2026-11-22";
const NOW = new Date("2026-11-22T02:00:00.000Z");
const EXPIRY = new Date("2999-01-01T00:00:00.000Z");

const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
/** Out of sight of every map, each at a place of its own. */
const farAway = (n: number) => ({ type: "Point" as const, coordinates: [113.4, 35.6 + n / 100] as [number, number] });

/** As many imports as an office is shown, the newest with rows to mend, the next one with places to be decided about. */
export async function buildBusyImports(): Promise<{ bad: string; doubles: string }> {
  await ImportModel.insertMany(many(IMPORTS, importOf));
  const [bad, doubles] = ["import-0", "import-1"] as const;
  await ImportRowModel.insertMany([
    ...many(ROWS, (n) => rowOf(bad, n, "bad")),
    ...many(ROWS, (n) => rowOf(doubles, n, "double")),
  ]);
  return { bad, doubles };
}

const importOf = (n: number): ImportDocument => ({
  _id: `import-${n}`,
  regionId: OFFICE,
  fileName: `红旗区第${n + 1}批点位.csv`,
  fingerprint: "-",
  datum: "wgs84",
  rows: ROWS,
  warnings: ROWS,
  state: "checked",
  mode: null,
  appliedBy: null,
  at: new Date(NOW.getTime() - n),
  expiresAt: EXPIRY,
});

const note = { column: "latitude", reason: "35,3 不是数字" } as const;

const rowOf = (importId: string, n: number, state: RowState) => ({
  _id: `${importId}.${n + 2}`,
  importId,
  row: n + 2,
  name: `第${n + 1}助餐点`,
  state,
  cells: { address: "春风街 20 号" },
  facts: null,
  faults: state === "bad" ? [note, { ...note, column: "longitude" }] : [],
  warnings: [note],
  candidates: state === "double" ? many(3, (m) => candidateOf(n, m)) : [],
  target: null,
  carePointId: null,
  expiresAt: EXPIRY,
});

const candidateOf = (n: number, m: number) => ({
  carePointId: `like-${n}-${m}`,
  name: `第${n + 1}食堂`,
  address: "春风街 22 号",
  metres: 20 + m,
});

/** As many proposals as an office is shown: half of them wait for it, half are done. */
export async function buildBusyMerges(regionId: string): Promise<void> {
  await buildCarePoints(
    many(2 * MERGES, (n) => ({ _id: `side-${n}`, name: `和平第${n}食堂`, regionId, position: farAway(n) })),
  );
  await CarePointMergeModel.insertMany(
    many(MERGES, (n) => {
      const [keepId, goneId] = [`side-${2 * n}`, `side-${2 * n + 1}`];
      const isOpen = n % 2 === 0;
      return {
        _id: `merge-${n}`,
        state: isOpen ? "proposed" : "merged",
        owner: { type: "district", id: OFFICE },
        openedOn: TODAY,
        dueOn: addDays(TODAY, 3),
        timeline: [],
        ...{ keepId, goneId, sides: [keepId, goneId], isOpen },
        proposedBy: "colleague",
        confirmedBy: isOpen ? null : "officer",
        at: new Date(NOW.getTime() - n),
      };
    }),
  );
}

/** What the province's platform said: in every county something else than what is registered here. */
export async function buildBusyFigures(): Promise<void> {
  const offerings = [offeringOf("full_time_care", [])];
  const ours = { kinds: ["care_home" as const], offerings, regionId: OTHER_COUNTY.id };
  await buildCarePoints(many(ROWS, (n) => ({ ...ours, name: `夕阳红第${n}养老院`, position: farAway(100 + n) })));
  const theirs = (countyName: string, n: number) => ({
    id: `${countyName}-${n}`,
    name: `${countyName}第${n}敬老院`,
    creditCode: null,
    countyName,
    beds: 40,
  });
  const facilities = districtsOf({ cityId: CITY }).flatMap(({ name }) => many(ROWS, (n) => theirs(name, n)));
  const snapshot = { asOf: "2026-11-21", readAt: NOW, facilities };
  await ProvinceSnapshotModel.create({ _id: CITY, triedAt: NOW, trouble: "unreachable", snapshot });
}
