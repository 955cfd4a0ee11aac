import * as z from "zod/mini";
import { Id } from "@shared/core/primitives";
import { AppError } from "@server/core/app-error";
import type { BookingListEnd } from "./meals.queries";

const End = z.tuple([z.int().check(z.minimum(0), z.maximum(8.64e15)), Id]);

export const toBookingCursor = ({ servesUntil, id }: BookingListEnd): string =>
  Buffer.from(JSON.stringify([servesUntil, id])).toString("base64url");

/** @throws AppError invalid_request when it is none of ours */
export function fromBookingCursor(cursor: string): BookingListEnd {
  try {
    const [servesUntil, id] = End.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { servesUntil, id };
  } catch (cause) {
    throw new AppError("invalid_request", { fields: [{ path: "query.cursor", message: "invalid" }], cause });
  }
}
