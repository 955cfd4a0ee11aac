import type { Contract } from "@shared/core/endpoint";
import { commonErrors, type ErrorBody, type ErrorDefinition } from "@shared/core/errors";
import { AppError } from "../app-error";
import { isDatabaseBusy } from "../db/database-errors";
import type { Logger } from "../logger";
import { isTooMuchLeft } from "./request-body";
import type { AppContext, AppMiddleware } from "./state";

const TRY_AGAIN_AFTER_SECONDS = 5;

/** Every code that may leave the server: the common ones and those of the contracts. */
export type ErrorList = Readonly<Record<string, ErrorDefinition>>;

/** @throws Error when two contracts mean different things by one code: a person would read the other's sentence */
export function errorListOf(contracts: readonly Contract[]): ErrorList {
  const list: Record<string, ErrorDefinition> = { ...commonErrors };
  for (const { name, errors } of contracts) {
    for (const [code, { status, text }] of Object.entries(errors)) {
      const known = list[code];
      if (known && (known.status !== status || known.text !== text)) throw new Error(`${name}: ${code} is taken`);
      list[code] = { status, text };
    }
  }
  return list;
}

/** Turns any throw into `{ error: { code, message, fields?, requestId } }` with a code of the closed list. */
export const errorHandler =
  ({ errors, logger }: { errors: ErrorList; logger: Logger }): AppMiddleware =>
  async (ctx, next) => {
    try {
      await next();
    } catch (thrown) {
      const refusal = toAppError(thrown, errors);
      const { requestId, route } = ctx.state;
      if (refusal.code === "internal") logger.error({ requestId, route, err: thrown }, "request failed");
      else if (refusal.details.cause) logger.warn({ requestId, route, err: refusal }, "request refused");
      answer({ ctx: ctx as unknown as AppContext, errors, refusal });
    }
  };

function toAppError(thrown: unknown, errors: ErrorList): AppError {
  if (thrown instanceof AppError) return thrown.code in errors ? thrown : new AppError("internal", { cause: thrown });
  if (isDatabaseBusy(thrown)) {
    return new AppError("try_again", { retryAfterSeconds: TRY_AGAIN_AFTER_SECONDS, cause: thrown });
  }
  return new AppError(codeOfStatus(thrown), { cause: thrown });
}

/** Koa and its middleware throw errors with a status: a malformed path, a file that is not there. */
function codeOfStatus(thrown: unknown): string {
  const { status } = (thrown ?? {}) as { status?: unknown };
  if (status === 404) return "not_found";
  return typeof status === "number" && status >= 400 && status < 500 ? "malformed" : "internal";
}

function answer({ ctx, errors, refusal }: { ctx: AppContext; errors: ErrorList; refusal: AppError }): void {
  const { code, details } = refusal;
  const { status, text } = errors[code] ?? commonErrors.internal;
  ctx.state.errorCode = code;
  ctx.status = status;
  ctx.set("Cache-Control", "no-store");
  if (details.retryAfterSeconds !== undefined) ctx.set("Retry-After", String(details.retryAfterSeconds));
  // What is left of an oversized body is not read: the connection ends with this answer.
  if (code === "too_large" || isTooMuchLeft(ctx)) ctx.set("Connection", "close");
  const body: ErrorBody = {
    error: {
      code,
      message: text,
      ...(details.fields ? { fields: details.fields } : {}),
      ...(details.existing === undefined ? {} : { existing: details.existing }),
      requestId: ctx.state.requestId,
    },
  };
  ctx.body = body;
}
