import type { Clock } from "../clock";
import type { AppMiddleware } from "./state";

const CHECK_LASTS_MS = 5_000;

interface HealthOptions {
  readonly clock: Clock;
  /** Whether the database answers and holds what the program relies on. */
  readonly isReady: () => Promise<boolean>;
}

/**
 * `/health/live`: the process answers. `/health/ready`: so does the database, with every index; else 503. They say
 * nothing else, since anybody may ask; an answer is reused for five seconds, so that asking costs nothing.
 */
export function serveHealth({ clock, isReady }: HealthOptions): AppMiddleware {
  let last: { at: number; result: Promise<boolean> } | undefined;
  const check = () => {
    const now = clock.now();
    if (!last || now - last.at >= CHECK_LASTS_MS || now < last.at) last = { at: now, result: isReady() };
    return last.result;
  };
  return async (ctx, next) => {
    if (ctx.path !== "/health/live" && ctx.path !== "/health/ready") {
      await next();
      return;
    }
    ctx.state.route = ctx.path;
    const isWell = ctx.path === "/health/live" || (await check());
    ctx.status = isWell ? 200 : 503;
    ctx.set("Cache-Control", "no-store");
    ctx.body = { status: isWell ? "ok" : "unavailable" };
  };
}
