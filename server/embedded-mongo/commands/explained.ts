import { EngineError, unsupported } from "../errors";
import type { Filter } from "../query/conditions";
import { compileFilter } from "../query/match";
import { planQuery, type Plan, type PlanRequest } from "../query/plan";
import type { Collection } from "../store/catalog";
import type { View } from "../store/scan";
import { readAggregateHead } from "./aggregate";
import { countFields } from "./count";
import { readDelete } from "./delete";
import { distinctFields } from "./distinct";
import { findAndModifyFields, readFindAndModify } from "./find-and-modify";
import { findFields, readFind, readHint } from "./find";
import { checkFields, readFilter, type Request } from "./request";
import { readWrite } from "./statements";
import { readUpdate } from "./update";

/** How the explained command finds its documents. */
export interface Explained {
  filter: Filter;
  plan: (collection: Collection, view: View) => Plan;
  most: number;
}

function explainFilter(
  filter: Filter,
  { sort, hint, most }: Pick<PlanRequest, "sort" | "hint"> & { most: number },
): Explained {
  const wanted = { condition: filter.condition, sort, hint: readHint(hint) };
  return { filter, plan: (collection, view) => planQuery(view, collection, wanted), most };
}

function onlyStatement(request: Request, field: "updates" | "deletes"): unknown {
  const { statements } = readWrite(request, field);
  if (statements.length > 1) throw new EngineError(9, `explain needs exactly one statement in '${field}'`);
  return statements[0];
}

function explainFind(request: Request): Explained {
  checkFields(request, findFields);
  const order = readFind(request.command);
  return explainFilter(order.filter, { sort: order.sort, hint: order.hint, most: order.skip + order.limit });
}

/** Reads a command as its own handler does, so that what that refuses is refused here. */
export function readExplained(request: Request): Explained {
  const { command, name } = request;
  switch (name) {
    case "find":
      return explainFind(request);
    case "aggregate":
      return { ...readAggregateHead(request), most: Infinity };
    case "count":
      checkFields(request, countFields);
      return explainFilter(compileFilter(readFilter(command, "query")), {
        sort: [],
        hint: command["hint"],
        most: Infinity,
      });
    case "distinct":
      checkFields(request, distinctFields);
      return explainFilter(compileFilter(readFilter(command, "query")), { sort: [], hint: undefined, most: Infinity });
    case "findAndModify": {
      checkFields(request, findAndModifyFields);
      const { filter, sort, hint } = readFindAndModify(command).selection;
      return explainFilter(filter, { sort, hint, most: 1 });
    }
    case "update": {
      const { filter, sort, hint, multi } = readUpdate(onlyStatement(request, "updates"));
      return explainFilter(filter, { sort, hint, most: multi ? Infinity : 1 });
    }
    case "delete": {
      const { q, hint, one } = readDelete(onlyStatement(request, "deletes"));
      return explainFilter(compileFilter(q), { sort: [], hint, most: one ? 1 : Infinity });
    }
    default:
      throw unsupported(`explain of ${name}`);
  }
}
