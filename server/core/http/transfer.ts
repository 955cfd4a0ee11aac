import compress from "koa-compress";
import conditionalGet from "koa-conditional-get";
import etag from "koa-etag";
import type { AppMiddleware } from "./state";

const COMPRESS_FROM_BYTES = 1024;

/** Few bytes on the wire: gzip or brotli from 1 KB, an ETag on every answer, 304 without a body when it still holds. */
export const smallTransfers = (): readonly AppMiddleware[] => [
  compress({ threshold: COMPRESS_FROM_BYTES }) as AppMiddleware,
  conditionalGet() as AppMiddleware,
  etag() as AppMiddleware,
];
