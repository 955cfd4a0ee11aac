import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { notFound } from "../app-error";
import type { AppMiddleware } from "./state";

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
const BUCKETS_SECONDS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10];

interface Observation {
  readonly method: string;
  /** Route template or "other"; never a path. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface HttpMetrics {
  observe(observation: Observation): void;
  /** The Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Counts requests by labels from closed lists only: a label per id or path would grow without end and tell on people. */
export function createMetrics(): HttpMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer a request, by route template",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  return {
    observe: ({ method, route, status, seconds }) =>
      duration.observe({ method: METHODS.has(method) ? method : "other", route, status }, seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** `GET /metrics` for a collector on this computer; for everybody else, a proxy included, the path does not exist. */
export const serveMetrics =
  (metrics: HttpMetrics): AppMiddleware =>
  async (ctx, next) => {
    if (ctx.path !== "/metrics") {
      await next();
      return;
    }
    ctx.state.route = "/metrics";
    const isLocal = LOOPBACK.has(ctx.req.socket.remoteAddress ?? "") && ctx.get("X-Forwarded-For") === "";
    if (ctx.method !== "GET" || !isLocal) throw notFound();
    ctx.type = metrics.contentType;
    ctx.body = await metrics.text();
  };
