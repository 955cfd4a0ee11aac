import fc from "fast-check";
import * as z from "zod/mini";
import type { Endpoint } from "@shared/core/endpoint";
import type { Input } from "./examples";

/** Stands for "leave the field out". */
const OMIT = Symbol("omit");

const WRONG_VALUES: readonly unknown[] = [
  OMIT,
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  "",
  " ",
  "\0",
  "a\0b",
  "a\ud800",
  "\udc00a",
  "a\u202eb",
  "\ufeff",
  "2026-02-30",
  "NaN",
  "undefined",
  "字".repeat(5_000),
  [],
  [[]],
  {},
  { $ne: null },
  { $gt: "" },
  { toString: "a" },
];

/** Names a client must never be able to set, and names that mean something to a parser or a database. */
const FOREIGN_NAMES = [
  "role",
  "roles",
  "memberships",
  "orgId",
  "status",
  "state",
  "price",
  "priceFen",
  "subsidy",
  "verified",
  "score",
  "isDemo",
  "createdAt",
  "_id",
  "$where",
  "$set",
  "a.b",
  "constructor",
  "prototype",
  "__v",
  "",
];

const WRONG_ROOTS: readonly unknown[] = [null, [], [{}], "text", 1, true];

type Fields = Readonly<Record<string, unknown>>;

function* wrongFields(fields: Fields): Generator<Fields> {
  for (const [name, good] of Object.entries(fields)) {
    for (const wrong of [...WRONG_VALUES, [good], { value: good }, [good, good]]) {
      const { [name]: _, ...others } = fields;
      yield wrong === OMIT ? others : { ...others, [name]: wrong };
    }
  }
  for (const name of FOREIGN_NAMES) yield { ...fields, [name]: "manager" };
}

const isRefused = (schema: Endpoint["body"], value: unknown): boolean =>
  !z.safeParse(schema ?? z.strictObject({}), value).success;

/** Bodies that the endpoint's own schema refuses: its example with one thing wrong, wrong roots, and random JSON. */
export function invalidBodies({ endpoint, good }: { endpoint: Endpoint; good: Input }): unknown[] {
  if (endpoint.method === "GET") return [];
  const random = fc.sample(fc.jsonValue({ maxDepth: 4 }), { numRuns: 100, seed: 20_261_122 });
  const candidates = [...wrongFields((good.body ?? {}) as Fields), ...WRONG_ROOTS, ...random];
  return candidates.filter((body) => isRefused(endpoint.body, body));
}

/** Queries that the endpoint's schema refuses, as query strings. */
export function invalidQueries({ endpoint, good }: { endpoint: Endpoint; good: Input }): string[] {
  const given: Fields = good.query ?? {};
  const named = Object.keys((endpoint.query as { shape?: object } | undefined)?.shape ?? {});
  const strings = WRONG_VALUES.filter((value): value is string => typeof value === "string" && value.length < 1_000)
    // A lone surrogate has no percent-encoding; what a browser sends in its place is U+FFFD.
    .map((value) => value.replace(/\p{Surrogate}/gu, "\uFFFD"));
  const wrong = named.flatMap((name) => [
    ...strings.map((value) => ({ ...given, [name]: value })),
    { ...given, [name]: ["a", "b"] },
    { ...given, [`${name}[$ne]`]: "a" },
    { ...given, [`${name}[]`]: "a" },
  ]);
  const foreign = FOREIGN_NAMES.filter((name) => name !== "").map((name) => ({ ...given, [name]: "manager" }));
  return [...wrong, ...foreign].filter((query) => isRefused(endpoint.query, query)).map(toQueryString);
}

function toQueryString(query: Fields): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as string[]) : [String(value)]).map(
      (one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`,
    ),
  );
  return pairs.join("&");
}
