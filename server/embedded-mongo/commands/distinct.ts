import { EngineError } from "../errors";
import { deadlineCheck, findMatches } from "../query/execute";
import { compileFilter } from "../query/match";
import { planQuery } from "../query/plan";
import { encodeKey } from "../values/key";
import { compareValues } from "../values/order";
import { someAtPath, splitPath } from "../values/paths";
import { checkFields, findCollection, readFilter, readMaxTime, viewOf, type Handler } from "./request";

export const distinctFields = ["key", "query"];

/** Each value once, elements of arrays one by one, in MongoDB's order. */
export const distinct: Handler = (request) => {
  checkFields(request, distinctFields);
  const key = request.command["key"];
  if (typeof key !== "string" || key === "") throw new EngineError(14, "BSON field 'distinct.key' must be a string");
  const collection = findCollection(request);
  const filter = compileFilter(readFilter(request.command, "query"));
  const values = new Map<string, unknown>();
  const keep = (value: unknown): boolean => {
    if (Array.isArray(value)) value.forEach(keepOne);
    else keepOne(value);
    return false;
  };
  const keepOne = (value: unknown): void => {
    if (value !== undefined) values.set(encodeKey([value], [1]).toString("latin1"), value);
  };
  if (collection !== undefined) {
    const view = viewOf(request);
    const check = deadlineCheck(readMaxTime(request));
    const plan = planQuery(view, collection, { condition: filter.condition, sort: [], hint: undefined });
    for (const { document } of findMatches(view, collection, plan, filter)) {
      check();
      someAtPath(document, splitPath(key), keep);
    }
  }
  return { values: [...values.values()].sort(compareValues) };
};
