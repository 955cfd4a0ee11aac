import { deadlineCheck, findMatches } from "../query/execute";
import { compileFilter } from "../query/match";
import { planQuery } from "../query/plan";
import { afterPrefix, idPrefix } from "../store/environment";
import type { Collection } from "../store/catalog";
import { readHint } from "./find";
import {
  checkFields,
  findCollection,
  readCount,
  readFilter,
  readMaxTime,
  viewOf,
  type Handler,
  type Request,
} from "./request";

export const countFields = ["query", "limit", "skip", "hint", "fields"];

/** How many documents a collection holds. */
export function countAll(request: Request, collection: Collection): number {
  const start = idPrefix(collection.id);
  return request.engine.environment.documents.getKeysCount({ start, end: afterPrefix(start) });
}

function countMatching(request: Request, collection: Collection, most: number): number {
  const filter = compileFilter(readFilter(request.command, "query"));
  const view = viewOf(request);
  const check = deadlineCheck(readMaxTime(request));
  const hint = readHint(request.command["hint"]);
  const plan = planQuery(view, collection, { condition: filter.condition, sort: [], hint });
  let found = 0;
  for (const _match of findMatches(view, collection, plan, filter)) {
    check();
    found += 1;
    if (found >= most) break;
  }
  return found;
}

export const count: Handler = (request) => {
  checkFields(request, countFields);
  const collection = findCollection(request);
  if (collection === undefined) return { n: 0 };
  const skip = readCount(request.command, "skip") ?? 0;
  const limit = readCount(request.command, "limit") ?? 0;
  const most = limit === 0 ? Infinity : skip + limit;
  const everything = Object.keys(readFilter(request.command, "query")).length === 0;
  const found = everything ? Math.min(countAll(request, collection), most) : countMatching(request, collection, most);
  return { n: Math.max(0, found - skip) };
};
