import * as z from "zod/mini";
import type { Endpoint } from "@shared/core/endpoint";
import type { FieldError } from "@shared/core/errors";
import { AppError, refusedField } from "../app-error";
import type { AppContext } from "./state";

/** Printable ASCII, 16 to 255 characters: a UUID as our clients make it, or another client's own. */
const IdempotencyKey = z.string().check(z.regex(/^[\x21-\x7e]{16,255}$/));
const Nothing = z.strictObject({});

/** As far as parsing looks at it; a download is no endpoint and is parsed alike. */
type Parsing = Pick<Endpoint, "params" | "query" | "body" | "upload" | "keyed">;

/**
 * Parses what a request carries by its endpoint's schemas; whatever is not named there is refused.
 * @throws AppError invalid_request with the path of every faulty field; key_required on a keyed endpoint without a key
 */
export function parseInput({ endpoint, ctx }: { endpoint: Parsing; ctx: AppContext }) {
  const given: Given[] = [
    ["params", ctx.params],
    ["query", { ...ctx.query }],
  ];
  // What comes with a file is parsed when the file is read.
  if (!endpoint.upload) given.push(["body", ctx.request.body ?? {}]);
  const input = parseParts(endpoint, given);
  return { ...input, key: endpoint.keyed ? keyOf(ctx) : undefined };
}

/**
 * Parses the JSON that came with a file.
 * @throws AppError invalid_request
 */
export const parseBody = (endpoint: Endpoint, body: unknown): unknown => parseParts(endpoint, [["body", body]]).body;

type Part = "params" | "query" | "body";
type Given = readonly [part: Part, value: unknown];

function parseParts(endpoint: Parsing, given: readonly Given[]): Partial<Record<Part, unknown>> {
  const fields: FieldError[] = [];
  const input: Partial<Record<Part, unknown>> = {};
  for (const [part, value] of given) {
    const result = z.safeParse(endpoint[part] ?? Nothing, value);
    if (result.success) input[part] = endpoint[part] ? result.data : undefined;
    else fields.push(...result.error.issues.map((issue) => fieldError(part, issue)));
  }
  if (fields.length > 0) throw new AppError("invalid_request", { fields });
  return input;
}

function keyOf(ctx: AppContext): string {
  const given = ctx.get("Idempotency-Key");
  if (given === "") throw new AppError("key_required");
  const key = z.safeParse(IdempotencyKey, given);
  if (!key.success) throw refusedField("idempotency-key", "invalid");
  return key.data;
}

function fieldError(part: string, issue: z.core.$ZodIssue): FieldError {
  // Names the client made up are not echoed: they may be anything.
  return {
    path: [part, ...issue.path].join("."),
    message: issue.code === "unrecognized_keys" ? "unknown_field" : issue.code,
  };
}
