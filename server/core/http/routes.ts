import { Router } from "koa-router";
import { API_PREFIX, type AppContext, type AppMiddleware } from "./state";

/** One path below `/api` and what answers there. */
export interface Route {
  readonly method: "GET" | "POST";
  /** Parameters as `:name`. */
  readonly path: string;
  readonly serve: (ctx: AppContext) => Promise<void>;
}

/**
 * Serves routes, of two that fit the earlier. They are sorted by the first word of their paths, so that a request is
 * compared with the few that begin like it, and not with every one there is.
 */
export function serveRoutes(routes: readonly Route[]): AppMiddleware {
  const routers = new Map<string, Router>();
  for (const { method, path, serve } of routes) {
    const word = firstWordOf(`${API_PREFIX}${path}`);
    const router = routers.get(word) ?? new Router({ prefix: API_PREFIX });
    routers.set(word, router);
    if (method === "GET") router.get(path, (ctx) => serve(ctx));
    else router.post(path, (ctx) => serve(ctx));
  }
  const served = new Map([...routers].map(([word, router]) => [word, router.routes() as unknown as AppMiddleware]));
  return (ctx, next): unknown => (served.get(firstWordOf(ctx.path)) ?? passOn)(ctx, next);
}

const passOn: AppMiddleware = (_ctx, next) => next();

const firstWordOf = (path: string): string => path.split("/", 3).at(2)?.toLowerCase() ?? "";
