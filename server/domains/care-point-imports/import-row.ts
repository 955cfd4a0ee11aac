import type { CareService, FacilityKind } from "@shared/core/network";
import type { OpeningHours } from "@shared/core/offering-shapes";
import type { Position } from "@server/core/geo-point";
import type { ImportColumn } from "@shared/domains/care-point-imports/import-columns";

/** Something about one cell, in words for the clerk. */
export interface CellNote {
  readonly column: ImportColumn;
  readonly reason: string;
}

/** The week of one service of a place. */
export interface ServiceHours {
  readonly service: CareService;
  readonly openingHours: readonly OpeningHours[];
}

/** What one row says, understood; null where its cell is empty: an update leaves that alone. */
export interface RowFacts {
  readonly ownId: string | null;
  readonly name: string;
  readonly kinds: readonly FacilityKind[];
  readonly services: readonly CareService[];
  readonly regionId: string;
  readonly address: string;
  readonly phone: string;
  /** WGS-84. */
  readonly position: Position;
  /** Of every service that has none of its own below. */
  readonly openingHours: readonly OpeningHours[] | null;
  /** Of services that keep other hours; absent in rows of before. */
  readonly serviceHours?: readonly ServiceHours[];
  readonly operatorName: string | null;
  readonly creditCode: string | null;
}

/** One row of a file after it was looked at: understood, or with what is wrong with it. */
export interface CheckedRow {
  /** As the spreadsheet numbers it; the head is 1. */
  readonly row: number;
  /** Name of the place as written, for the screen. */
  readonly name: string;
  readonly cells: Readonly<Partial<Record<ImportColumn, string>>>;
  readonly facts: RowFacts | null;
  readonly faults: readonly CellNote[];
  /** What may be right and should be looked at. */
  readonly warnings: readonly CellNote[];
}

/** What reading one cell comes to. */
export type Understood<T> = { readonly value: T } | { readonly reason: string };

export const understood = <T>(value: T): Understood<T> => ({ value });
export const notUnderstood = (reason: string): Understood<never> => ({ reason });
