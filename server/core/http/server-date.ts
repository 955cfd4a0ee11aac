import type { Middleware } from "koa";
import type { Clock } from "../clock";

/** The server's own time on every reply: screens grey their buttons by it, not by the phone's clock. */
export const serverDate =
  (clock: Clock): Middleware =>
  async (ctx, next) => {
    ctx.set("Date", new Date(clock.now()).toUTCString());
    await next();
  };
