import type { CheckedRow } from "./import-row";
import type { ImportRowDocument } from "./import.model";
import type { Match } from "./match-places";

interface Writing {
  readonly checked: CheckedRow;
  /** Null for a row that was not understood. */
  readonly match: Match | null;
  readonly importId: string;
  readonly expiresAt: Date;
}

type Outcome = Pick<ImportRowDocument, "state" | "faults" | "candidates" | "target">;

/** A row's id: the same row of the same import is one document. */
export const rowIdOf = ({ importId, row }: { readonly importId: string; readonly row: number }): string =>
  `${importId}.${row}`;

/** A checked row with what it means, as it is kept. */
export const toRowDocument = ({ checked, match, importId, expiresAt }: Writing): ImportRowDocument => ({
  _id: rowIdOf({ importId, row: checked.row }),
  importId,
  row: checked.row,
  name: checked.name,
  cells: checked.cells,
  facts: checked.facts,
  warnings: checked.warnings,
  ...outcomeOf(checked, match),
  carePointId: null,
  expiresAt,
});

function outcomeOf({ faults }: CheckedRow, match: Match | null): Outcome {
  const nothing = { faults, candidates: [], target: null };
  switch (match?.kind) {
    case undefined:
      return { ...nothing, state: "bad" };
    case "unknown_id":
      return { ...nothing, state: "bad", faults: [{ column: "ownId", reason: "没有这个编号，或者不归这里管" }] };
    case "new":
      return { ...nothing, state: "ready", target: { carePointId: null } };
    case "update":
      return { ...nothing, state: "ready", target: { carePointId: match.carePointId } };
    case "double":
      return { ...nothing, state: "double", candidates: match.candidates };
  }
}
