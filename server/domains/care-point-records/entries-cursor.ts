import { addDays, daysBetween } from "@shared/core/dates";
import { fromCursor, toCursor } from "@server/core/http/cursor";
import type { EntriesEnd } from "@server/domains/care-points/index";

const FIRST_DAY = "2000-01-01";
/** Past the last day that can be written. */
const DAYS_AT_MOST = 70_000;

/** The opaque cursor of an office's next page: a list sorted by days, which it counts. */
export const toEntriesCursor = ({ overdueFrom, id }: EntriesEnd): string =>
  toCursor({ position: daysBetween(FIRST_DAY, overdueFrom), id });

/** @throws AppError invalid_request when it is none of ours */
export function fromEntriesCursor(cursor: string): EntriesEnd {
  const { position, id } = fromCursor(cursor);
  return { overdueFrom: addDays(FIRST_DAY, Math.min(DAYS_AT_MOST, Math.floor(position))), id };
}
