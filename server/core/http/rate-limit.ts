import { AppError } from "../app-error";
import type { Limits } from "../limits/limits";
import type { AppMiddleware } from "./state";

/** Longest path with its query, characters. */
const URL_LIMIT = 4 * 1024;

/** Refuses a URL nobody of ours would send before anything walks through it. */
export const urlLimit = (): AppMiddleware => (ctx, next) => {
  if (ctx.url.length > URL_LIMIT) throw new AppError("malformed");
  return next();
};

/** A wall against floods, per person or, for guests, per address; counted in this process only. */
export const rateLimit =
  (limits: Limits): AppMiddleware =>
  async (ctx, next) => {
    const who = ctx.state.actor ? `person ${ctx.state.actor.id}` : `address ${ctx.ip}`;
    await limits.consume(ctx.method === "POST" ? "write" : "read", who);
    await next();
  };
