import { bodyParser } from "@koa/bodyparser";
import { AppError } from "../app-error";
import { hasBody, isMultipart } from "./request-body";
import { assertStrictJson } from "./strict-json";
import type { AppContext, AppMiddleware } from "./state";

/** Longest body, bytes. */
const LIMIT = 32 * 1024;
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

const read = bodyParser({ enableTypes: ["json"], jsonLimit: LIMIT, jsonStrict: true, onError: refuseUnreadable });

/**
 * Reads the body of a POST: JSON in UTF-8, not compressed, an object at its root, 32 KB at most. Any other kind of body
 * is refused, and so is a body where none belongs. A form is left to the endpoint, which knows whether it takes a file.
 */
export const jsonBody = (): AppMiddleware => async (ctx, next) => {
  if (hasBody(ctx as unknown as AppContext)) await readStrictly(ctx as unknown as AppContext);
  await next();
};

async function readStrictly(ctx: AppContext): Promise<void> {
  if (ctx.method !== "POST") throw new AppError("malformed");
  if (isMultipart(ctx)) return;
  const encoding = ctx.get("Content-Encoding").toLowerCase();
  if (!JSON_TYPE.test(ctx.get("Content-Type")) || !["", "identity"].includes(encoding)) throw new AppError("json_only");
  if (Number(ctx.get("Content-Length")) > LIMIT) throw new AppError("too_large");
  await read(ctx, () => Promise.resolve());
  const { body, rawBody } = ctx.request;
  if (Array.isArray(body)) throw new AppError("malformed");
  assertStrictJson(rawBody);
}

/** The reader's errors carry the status that fits them. */
function refuseUnreadable(error: Error): never {
  const { status } = error as { status?: unknown };
  throw new AppError(status === 413 ? "too_large" : "malformed");
}
