import { careServiceWords } from "@shared/core/network";
import { importColumns, type ImportColumn } from "@shared/domains/care-point-imports/import-columns";
import type { Datum } from "@shared/core/datum";
import { farFromRegion } from "@server/domains/care-points/index";
import type { PlacedRegion } from "@server/domains/regions/index";
import { readCreditCode } from "./credit-code";
import { readHoursCell, type HoursCell } from "./hours-cell";
import {
  notUnderstood,
  understood,
  type CellNote,
  type CheckedRow,
  type RowFacts,
  type Understood,
} from "./import-row";
import { readPhone } from "./phone-text";
import { readPosition } from "./position-text";
import type { RegionNames } from "./region-names";
import { readKinds, readServices } from "./words-text";

type Cells = Readonly<Partial<Record<ImportColumn, string>>>;

interface Checking {
  readonly row: number;
  readonly cells: Cells;
  readonly datum: Datum;
  readonly regions: RegionNames;
}

// Control characters, bidi overrides and zero-width signs hide text from who reads it.
const HIDDEN = /[\p{Cc}\p{Surrogate}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;
const OWN_ID = /^[A-Za-z0-9_-]{1,64}$/u;

/** Reads one row of a file, each cell by its own rule; a row with any fault has no facts. */
export function checkRow({ row, cells, datum, regions }: Checking): CheckedRow {
  const faults: CellNote[] = [];
  const take = <T>(column: ImportColumn, read: (written: string) => Understood<T>): T | null => {
    const written = cells[column] ?? "";
    if (written === "") {
      if (importColumns[column].isRequired) faults.push({ column, reason: "没有填" });
      return null;
    }
    const result = HIDDEN.test(shownOf(column, written))
      ? notUnderstood("有看不见的字符，请删掉重新填")
      : read(written);
    if ("value" in result) return result.value;
    faults.push({ column, reason: result.reason });
    return null;
  };
  const known = {
    ownId: take("ownId", (id) => (OWN_ID.test(id) ? understood(id) : notUnderstood("不是这里的编号"))),
    name: take("name", textOf(40)),
    kinds: take("kinds", readKinds),
    services: take("services", readServices),
    region: take("region", (written) => regions.read(written)),
    address: take("address", textOf(100)),
    phone: take("phone", readPhone),
    hours: take("hours", readHoursCell),
    operatorName: take("operator", textOf(60)),
    creditCode: take("creditCode", readCreditCode),
  };
  const place = readPosition({ latitude: cells.latitude ?? "", longitude: cells.longitude ?? "", datum });
  if ("faults" in place) faults.push(...place.faults);
  const { region, name, kinds, services, address, phone, hours } = known;
  const unnamed = services && hours?.ofServices.find(({ service }) => !services.includes(service));
  if (unnamed) faults.push({ column: "hours", reason: `写了${careServiceWords[unnamed.service]}，「服务」里没有` });
  const isWhole = region && name && kinds && services && address && phone && faults.length === 0 && "position" in place;
  const facts: RowFacts | null = isWhole
    ? {
        ...known,
        ...hoursOf(hours),
        name,
        kinds,
        services,
        address,
        phone,
        regionId: region.id,
        position: place.position,
      }
    : null;
  const warnings = facts && region ? outsideOf(region, facts.position) : [];
  return { row, name: (cells.name ?? "").slice(0, 40), cells, facts: facts && plain(facts), faults, warnings };
}

/** A week may stand in several lines of its cell. */
const shownOf = (column: ImportColumn, written: string): string =>
  column === "hours" ? written.replace(/\r?\n/gu, "") : written;

const textOf =
  (max: number) =>
  (written: string): Understood<string> => {
    const text = written.normalize("NFC");
    return text.length <= max ? understood(text) : notUnderstood(`太长了，最多 ${max} 个字`);
  };

const hoursOf = (hours: HoursCell | null) => ({
  openingHours: hours?.ofAll ?? null,
  serviceHours: hours?.ofServices ?? [],
});

/** Without the region itself, of which only the id is kept. */
function plain({ ownId, name, kinds, services, regionId, address, phone, position, ...rest }: RowFacts): RowFacts {
  const { openingHours, serviceHours = [], operatorName, creditCode } = rest;
  const hours = { openingHours, serviceHours };
  return { ownId, name, kinds, services, regionId, address, phone, position, ...hours, operatorName, creditCode };
}

/** Who lies far from where its region is known to lie is asked about, not refused. */
function outsideOf(region: PlacedRegion, position: RowFacts["position"]): CellNote[] {
  const reason = farFromRegion(region, position);
  return reason === null ? [] : [{ column: "latitude", reason }];
}
