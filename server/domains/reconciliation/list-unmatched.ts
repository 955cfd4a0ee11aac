import type { Side, UnmatchedPage } from "@shared/domains/reconciliation/reconciliation.contract";
import { fromCursor, toCursor } from "@server/core/http/cursor";
import type { BothSides, Counted } from "./load-both-sides";

const PAGE = 20;
const byReading = new Intl.Collator("zh", { numeric: true });

interface Asked {
  readonly side: Side;
  /** Without it the first page. */
  readonly cursor?: string | undefined;
}

/**
 * One page of what only one side has, by county and name. A page goes on where the one before ended; what was found or
 * entered meanwhile moves the rest up.
 * @throws AppError invalid_request for a cursor that is none of ours
 */
export function listUnmatchedOf(both: BothSides | null, { side, cursor }: Asked): UnmatchedPage {
  const begin = cursor === undefined ? 0 : Math.floor(fromCursor(cursor).position);
  const all = inOrder((side === "theirs" ? both?.onlyTheirs : both?.onlyOurs) ?? []);
  const end = begin + PAGE;
  return {
    total: all.length,
    facilities: all.slice(begin, end).map(({ id, name, countyName, creditCode, beds }) => ({
      name,
      countyName,
      creditCode,
      beds,
      carePointId: side === "ours" ? id : null,
    })),
    nextCursor: end < all.length ? toCursor({ position: end, id: "-" }) : null,
  };
}

const inOrder = (all: readonly Counted[]): readonly Counted[] =>
  [...all].sort(
    (a, b) =>
      byReading.compare(a.countyName, b.countyName) || byReading.compare(a.name, b.name) || (a.id < b.id ? -1 : 1),
  );
