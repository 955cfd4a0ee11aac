import type { AppContext } from "./state";

/**
 * How much of a body that nobody wants is read for the sake of its sender, bytes: whoever is still sending when the
 * connection ends never hears why she was refused. As much as the largest file with its wrapping.
 */
const READ_ON_BYTES = 6 * 1024 * 1024;
const MULTIPART = /^multipart\/form-data\s*;/i;

export function hasBody(ctx: AppContext): boolean {
  const length = ctx.get("Content-Length");
  return ctx.get("Transfer-Encoding") !== "" || (length !== "" && length !== "0");
}

/** Whether the body is said to be a form with files; such a one is read only by an endpoint that takes a file. */
export const isMultipart = (ctx: AppContext): boolean => MULTIPART.test(ctx.get("Content-Type"));

/** Whether more of the request is still to come than is worth reading: the connection ends with the answer. */
export const isTooMuchLeft = (ctx: AppContext): boolean =>
  !ctx.req.complete && hasBody(ctx) && !(Number(ctx.get("Content-Length") || Infinity) <= READ_ON_BYTES);
