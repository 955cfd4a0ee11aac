import * as z from "zod/mini";
import { Id } from "@shared/core/primitives";
import { AppError } from "@server/core/app-error";
import type { CarePointRow, ListEnd } from "./care-points.queries";

const End = z.tuple([z.number(), Id]);

/** Where the list goes on after a row; null after none. */
export const toCursor = (row: Pick<CarePointRow, "_id" | "distanceMetres"> | undefined): string | null =>
  row ? Buffer.from(JSON.stringify([row.distanceMetres, row._id])).toString("base64url") : null;

/** @throws AppError invalid_request when it is none of ours */
export function fromCursor(cursor: string): ListEnd {
  const [distanceMetres, id] = parse(cursor);
  return { distanceMetres, id };
}

function parse(cursor: string): z.infer<typeof End> {
  try {
    return End.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("invalid_request", { fields: [{ path: "query.cursor", message: "invalid" }], cause });
  }
}
