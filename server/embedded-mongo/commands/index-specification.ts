import { EngineError, unsupported } from "../errors";
import { flatten } from "../query/bounds";
import { compileFilter } from "../query/match";
import type { Document } from "../values/decode";
import { isDocument, isNumeric, toNumber } from "../values/order";

const known = new Set([
  "key",
  "name",
  "unique",
  "partialFilterExpression",
  "expireAfterSeconds",
  "v",
  "background",
  "2dsphereIndexVersion",
  "ns",
  "sparse",
  "hidden",
]);
const partialOperators = new Set(["$eq", "$exists", "$gt", "$gte", "$lt", "$lte", "$type", "$in"]);

function readKey(key: unknown): Document {
  if (!isDocument(key) || Object.keys(key).length === 0) throw new EngineError(67, "Index keys cannot be empty.");
  const normalized: Document = {};
  for (const [place, [path, kind]] of Object.entries(key).entries()) {
    if (path === "" || path.startsWith("$") || path.includes("..") || path.endsWith(".")) {
      throw new EngineError(67, `Index key contains an illegal field name: '${path}'`);
    }
    if (path.includes("$**")) throw unsupported("a wildcard index");
    if (typeof kind === "string" && kind !== "2dsphere") throw unsupported(`an index of kind '${kind}'`);
    if (kind === "2dsphere" && place > 0) throw unsupported("a 2dsphere field that is not the first of its index");
    if (kind !== "2dsphere" && !(isNumeric(kind) && toNumber(kind) !== 0)) {
      throw new EngineError(67, `Values in v:2 index key pattern cannot be of this type: ${path}`);
    }
    normalized[path] = kind === "2dsphere" ? kind : Math.sign(toNumber(kind));
  }
  return normalized;
}

function readPartialFilter(filter: unknown): Document | undefined {
  if (filter === undefined) return undefined;
  if (!isDocument(filter)) throw new EngineError(67, "partialFilterExpression must be a document");
  for (const condition of flatten(compileFilter(filter).condition)) {
    const allowed = condition.kind === "field" && partialOperators.has(condition.operator);
    const negative = condition.kind === "field" && condition.operator === "$exists" && condition.operand !== true;
    if (!allowed || negative) throw new EngineError(67, "unsupported expression in partial index");
  }
  return filter;
}

function readSeconds(seconds: unknown, key: Document): number | undefined {
  if (seconds === undefined) return undefined;
  const value = isNumeric(seconds) ? toNumber(seconds) : Number.NaN;
  if (!(value >= 0) || value > 2 ** 31 - 1)
    throw new EngineError(67, "TTL index 'expireAfterSeconds' must be within 0 and 2147483647");
  if (Object.keys(key).length > 1)
    throw new EngineError(67, "TTL indexes are single-field indexes, compound indexes do not support TTL");
  return value;
}

/** The one version of a format that this engine writes. */
function checkVersion(index: Document, name: string, supported: number): void {
  const version = index[name];
  if (version === undefined || (isNumeric(version) && toNumber(version) === supported)) return;
  throw unsupported(`${name}: ${JSON.stringify(version)} of an index`);
}

/** Checks one entry of `createIndexes` and gives it the form that is kept and listed. */
export function readSpecification(index: unknown): Document {
  if (!isDocument(index)) throw new EngineError(14, "The elements of 'indexes' must be objects");
  const strange = Object.keys(index).find((name) => !known.has(name) && index[name] !== undefined);
  if (strange !== undefined) throw unsupported(`the index option '${strange}'`);
  for (const name of ["sparse", "hidden"]) if (index[name] === true) throw unsupported(`the index option '${name}'`);
  checkVersion(index, "v", 2);
  checkVersion(index, "2dsphereIndexVersion", 3);
  const key = readKey(index["key"]);
  if (typeof index["name"] !== "string" || index["name"] === "")
    throw new EngineError(9, "The 'name' field is a required property of an index specification");
  const partialFilterExpression = readPartialFilter(index["partialFilterExpression"]);
  const expireAfterSeconds = readSeconds(index["expireAfterSeconds"], key);
  return {
    v: 2,
    key,
    name: index["name"],
    ...(index["unique"] === true ? { unique: true } : {}),
    ...(partialFilterExpression === undefined ? {} : { partialFilterExpression }),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
    ...(Object.values(key).includes("2dsphere") ? { "2dsphereIndexVersion": 3 } : {}),
  };
}
