import { createHash } from "node:crypto";
import compress from "koa-compress";
import conditionalGet from "koa-conditional-get";
import type { AppMiddleware } from "./state";

const COMPRESS_FROM_BYTES = 1024;

/** Few bytes on the wire: gzip or brotli from 1 KB, an ETag on every JSON read, 304 without a body when it still holds. */
export const smallTransfers = (): readonly AppMiddleware[] => [
  compress({ threshold: COMPRESS_FROM_BYTES }) as AppMiddleware,
  conditionalGet() as AppMiddleware,
  tagJson,
];

/** Tags the text itself, which is then sent as it is: an answer is turned into JSON once. */
const tagJson: AppMiddleware = async (ctx, next) => {
  await next();
  const body: unknown = ctx.body;
  if (ctx.method !== "GET" || ctx.status !== 200 || !isPlainObject(body)) return;
  const text = JSON.stringify(body);
  ctx.type = "json";
  ctx.etag = createHash("sha1").update(text).digest("base64url");
  ctx.body = text;
};

/** An answer of an endpoint, not a file's stream or a page's text. */
const isPlainObject = (body: unknown): body is object =>
  typeof body === "object" && body !== null && Object.getPrototypeOf(body) === Object.prototype;
