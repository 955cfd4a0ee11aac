import type { ServiceDate } from "@shared/core/primitives";
import { careServiceWords, facilityKindWords } from "@shared/core/network";
import { importColumns } from "@shared/domains/care-point-imports/import-columns";
import type { CsvRow } from "@server/core/csv";
import { toPosition } from "@server/core/geo-point";
import { freshnessOn, readEntries, type TableEntry } from "@server/domains/care-points/index";
import { listSubtree, type PlacedRegion } from "@server/domains/regions/index";
import { hoursCell } from "./hours-cell";

interface Exporting {
  /** The office's region. */
  readonly office: PlacedRegion;
  readonly today: ServiceDate;
}

const word = (column: keyof typeof importColumns): string => importColumns[column].word;

/**
 * The entries of an office's region under the columns of an import, so that a table can be mended and brought back; and
 * what an import does not ask: how sure each is and whether it is listed. Read while they are sent.
 */
export async function* exportFacilities({ office, today }: Exporting): AsyncGenerator<CsvRow> {
  const regions = new Map((await listSubtree(office)).map((region) => [region.id, region]));
  for await (const entry of readEntries({ cityId: office.cityId, regionIds: new Set(regions.keys()) })) {
    yield rowOf({ entry, region: regions.get(entry.regionId), office, today });
  }
}

interface Row {
  readonly entry: TableEntry;
  readonly region: PlacedRegion | undefined;
  readonly office: PlacedRegion;
  readonly today: ServiceDate;
}

function rowOf({ entry, region, office, today }: Row): CsvRow {
  const { latitude, longitude } = toPosition(entry.position);
  const below = region?.path.slice(office.path.length).map(({ name }) => name) ?? [];
  return {
    [word("ownId")]: entry._id,
    [word("name")]: entry.name,
    [word("kinds")]: entry.kinds.map((kind) => facilityKindWords[kind]).join("、"),
    [word("services")]: entry.services.map((service) => careServiceWords[service]).join("、"),
    [word("region")]: (below.length > 0 ? below : [office.name]).join(" "),
    [word("address")]: entry.address,
    [word("phone")]: entry.phone,
    [word("latitude")]: latitude,
    [word("longitude")]: longitude,
    [word("hours")]: hoursCell(entry.offerings),
    [word("operator")]: entry.operator?.name ?? "",
    [word("creditCode")]: entry.creditCode ?? "",
    坐标系: "WGS-84",
    核对日期: entry.verifiedOn,
    核对情况: FRESHNESS[freshnessOn(entry, today)],
    状态: stateOf(entry, today),
  };
}

const FRESHNESS = { current: "在期限内", overdue: "该核对了", stale: "很久没核对" } as const;
const WITHHELD = {
  not_plated: "未挂牌",
  unpublished: "未公布",
  suspended: "暂停",
  closed: "已停办",
  merged: "已并入别处",
} as const;

const stateOf = ({ withheld, leavesOn }: TableEntry, today: ServiceDate): string => {
  if (withheld) return WITHHELD[withheld.why];
  return leavesOn <= today ? "太久没核对，已不展示" : "展示中";
};
