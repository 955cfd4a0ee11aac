import * as z from "zod/mini";
import { Id } from "@shared/core/primitives";
import { refusedField } from "../app-error";

/** The largest instant a `Date` can hold, epoch milliseconds; distances are far smaller. */
const POSITION_MAX = 8.64e15;
const Position = z.number().check(z.minimum(0), z.maximum(POSITION_MAX));
const End = z.union([z.tuple([Position, Id]), z.tuple([Position, Id, Id])]);

/** Where a page of a list ended: what the list is sorted by, and the id that decides between equals. */
export interface ListEnd {
  /** Epoch milliseconds or metres. */
  readonly position: number;
  readonly id: string;
  /** Which part of the list, where it has several. */
  readonly part?: string | undefined;
}

/** The opaque cursor of a list's next page. */
export const toCursor = ({ position, id, part }: ListEnd): string =>
  Buffer.from(JSON.stringify(part === undefined ? [position, id] : [position, id, part])).toString("base64url");

/** @throws AppError invalid_request when it is none of ours */
export function fromCursor(cursor: string): ListEnd {
  try {
    const [position, id, part] = End.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { position, id, part };
  } catch (cause) {
    throw refusedField("query.cursor", "invalid", cause);
  }
}
