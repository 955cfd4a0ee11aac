import { refusedField } from "@server/core/app-error";
import { fromCursor, toCursor, type ListEnd } from "@server/core/http/cursor";

/** A list has two parts: entries that were checked in time, then those nobody checked for long (很久没核对). */
export type ListPart = "checked" | "stale";

interface ListPlace {
  readonly part: ListPart;
  readonly after: ListEnd | undefined;
}

/** Before the first row of a part: no distance is shorter, and no id is smaller. */
const BEGINNING = { position: 0, id: "-" };

/** Where a page begins. @throws AppError invalid_request when the cursor is none of ours */
export function placeOf(cursor: string | undefined): ListPlace {
  if (cursor === undefined) return { part: "checked", after: undefined };
  const after = fromCursor(cursor);
  if (after.part === "checked" || after.part === "stale") return { part: after.part, after };
  throw refusedField("query.cursor", "invalid");
}

interface PageEnd {
  readonly part: ListPart;
  /** The last row of the page when more follow in its part. */
  readonly last: { readonly _id: string; readonly distanceMetres: number } | undefined;
}

/** Where the next page begins; behind the first part comes the second, behind the second nothing. */
export function nextCursorOf({ part, last }: PageEnd): string | null {
  if (last) return toCursor({ position: last.distanceMetres, id: last._id, part });
  return part === "checked" ? toCursor({ ...BEGINNING, part: "stale" }) : null;
}
