import { commonErrors } from "@shared/core/errors";
import { ApiError } from "./api-error";

/** What a person reads about any failure, and the number she can tell on the phone. */
export function errorText(error: unknown): { text: string; requestId?: string | undefined } {
  if (error instanceof ApiError) return { text: error.facts.text, requestId: error.facts.requestId };
  return { text: commonErrors.internal.text };
}
