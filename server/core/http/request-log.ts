import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { Logger } from "../logger";
import type { HttpMetrics } from "./metrics";
import type { AppMiddleware } from "./state";

const CLIENT_REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Names the request and, once it is answered, writes one line about it: route template, status, duration. No URL, no
 * id but the request's own, no header, no body: nothing a person could be known by (R-A3).
 */
export const requestLog =
  ({ logger, metrics }: { logger: Logger; metrics: HttpMetrics }): AppMiddleware =>
  async (ctx, next) => {
    const given = ctx.get("X-Request-Id");
    ctx.state.requestId = CLIENT_REQUEST_ID.test(given) ? given : randomUUID();
    ctx.state.actor = null;
    ctx.set("X-Request-Id", ctx.state.requestId);
    const start = performance.now();
    await next();
    const ms = performance.now() - start;
    const { requestId, route = "other", errorCode } = ctx.state;
    const line = { requestId, method: ctx.method, route, status: ctx.status, ms: Math.round(ms * 10) / 10 };
    logger.info(errorCode ? { ...line, code: errorCode } : line, "request");
    metrics.observe({ method: ctx.method, route, status: ctx.status, seconds: ms / 1000 });
  };
