import allowOrigins from "@koa/cors";
import helmet from "koa-helmet";
import type { AppMiddleware } from "./state";

const ONE_DAY_SECONDS = 24 * 60 * 60;

/**
 * Helmet with a content policy that fits the H5 app and the API page: own scripts and the page's own inline ones by
 * hash, nothing from elsewhere. HSTS and the way to https belong to the edge, which knows whether there is one.
 */
export const securityHeaders = ({ scriptHashes }: { scriptHashes: readonly string[] }): AppMiddleware =>
  helmet({
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...scriptHashes],
        // Components set sizes and colours as style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        // Keeps the app on the device for pages without a network.
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });

/** Answers pages of other sites only when their origin is on the list, letter by letter; by default none is. */
export const cors = (origins: readonly string[]): AppMiddleware =>
  allowOrigins({
    origin: (ctx) => (origins.includes(ctx.get("Origin")) ? ctx.get("Origin") : ""),
    allowMethods: ["GET", "POST"],
    allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key", "X-Request-Id"],
    exposeHeaders: ["X-Request-Id", "Retry-After"],
    maxAge: ONE_DAY_SECONDS,
  }) as AppMiddleware;
