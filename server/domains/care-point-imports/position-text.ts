import type { Datum } from "@shared/core/datum";
import { toWgs84, type Position } from "@server/core/geo-point";
import type { ImportColumn } from "@shared/domains/care-point-imports/import-columns";
import type { CellNote } from "./import-row";

/** Mainland of the People's Republic with its islands, degrees (国家基础地理信息：四至). */
const LATITUDES = { least: 3.8, most: 53.6 } as const;
const LONGITUDES = { least: 73.4, most: 135.1 } as const;
const NUMBER = /^-?\d{1,3}(\.\d{1,12})?$/u;

interface Written {
  readonly latitude: string;
  readonly longitude: string;
  /** From which map the clerk says the file's figures come. */
  readonly datum: Datum;
}

type Read = { readonly position: Position } | { readonly faults: readonly CellNote[] };

/** Two cells as a place, WGS-84; or what is wrong with either of them. */
export function readPosition({ latitude, longitude, datum }: Written): Read {
  const cells = [
    { column: "latitude", written: latitude, within: LATITUDES },
    { column: "longitude", written: longitude, within: LONGITUDES },
  ] as const;
  const faults = cells.flatMap(({ column, written }) => notANumber(column, written));
  if (faults.length > 0) return { faults };
  const [north, east] = cells.map(({ written }) => Number(toPlain(written))) as [number, number];
  if (isWithin(north, LONGITUDES) && isWithin(east, LATITUDES))
    return { faults: [{ column: "latitude", reason: `纬度 ${north}、经度 ${east}，是不是填反了？` }] };
  const outside = cells.flatMap(({ column, written, within }) =>
    isWithin(Number(toPlain(written)), within) ? [] : [{ column, reason: `${written} 不在国内` }],
  );
  if (outside.length > 0) return { faults: outside };
  return { position: toWgs84({ position: { latitude: north, longitude: east }, datum }) };
}

interface Range {
  readonly least: number;
  readonly most: number;
}

const isWithin = (value: number, { least, most }: Range): boolean => least <= value && value <= most;

/** Digits of a Chinese keyboard as those of any other. */
const toPlain = (written: string): string => written.normalize("NFKC").trim();

function notANumber(column: ImportColumn, written: string): CellNote[] {
  if (written === "") return [{ column, reason: "没有填" }];
  return NUMBER.test(toPlain(written)) ? [] : [{ column, reason: `${written.slice(0, 20)} 不是数字` }];
}
