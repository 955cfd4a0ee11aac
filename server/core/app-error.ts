import type { FieldError } from "@shared/core/errors";

interface Details {
  readonly fields?: readonly FieldError[];
  /** Id of what the person already holds. */
  readonly existing?: string;
  /** Seconds after which trying again makes sense; becomes `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** For the log only; never reaches the client. */
  readonly cause?: unknown;
}

/** The one refusal of the server: a code of the closed list (shared/core/errors.ts or the domain's contract). */
export class AppError extends Error {
  readonly code: string;
  readonly details: Details;

  constructor(code: string, details: Details = {}) {
    super(code, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** What a person does not see does not exist for her: the same answer for "absent" and "not yours". */
export const notFound = (): AppError => new AppError("not_found");

/** What a request says in one field cannot be: `path` as "body.birthDate", `message` a snake_case word for the screen. */
export const refusedField = (path: string, message: string, cause?: unknown): AppError =>
  new AppError("invalid_request", { fields: [{ path, message }], cause });
