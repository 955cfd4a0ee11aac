import { expect } from "@jest/globals";
import { commonErrors, type ErrorDefinition } from "@shared/core/errors";
import type { SweptEndpoint } from "./examples";

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Whether an answer is a refusal of the closed list, in its one shape, and nothing else. Says what it saw if not. */
export function expectRefusal({ status, body, headers }: Answer, { contract, endpoint }: SweptEndpoint): void {
  const definitions: Readonly<Record<string, ErrorDefinition>> = { ...commonErrors, ...contract.errors };
  const { error } = body as { error: { code: string; message: string; fields?: object[]; requestId: string } };
  expect(Object.keys(body as object)).toEqual(["error"]);
  const allowed = [...Object.keys(commonErrors), ...(endpoint.errors ?? [])];
  expect(allowed).toContain(error.code);
  expect(error).toEqual({
    code: error.code,
    message: definitions[error.code]?.text,
    requestId: headers["x-request-id"],
    ...(error.fields ? { fields: error.fields } : {}),
  });
  for (const field of error.fields ?? []) expect(Object.keys(field).sort()).toEqual(["message", "path"]);
  expect(status).toBe(definitions[error.code]?.status);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers["content-type"]).toMatch(/^application\/json/);
}
