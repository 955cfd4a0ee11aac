import { EngineError, unsupported } from "../errors";
import { findMatches } from "../query/execute";
import type { Filter } from "../query/conditions";
import { compileFilter } from "../query/match";
import { describePlan, planQuery, type Plan } from "../query/plan";
import { planHead, readHead } from "../query/pipeline";
import { readSort } from "../query/sort";
import type { Collection } from "../store/catalog";
import type { View } from "../store/scan";
import type { Document } from "../values/decode";
import { isDocument } from "../values/order";
import { aggregateFields, pipelineScope, readPipeline } from "./aggregate";
import { countFields } from "./count";
import { distinctFields } from "./distinct";
import { findFields, readFind, readHint } from "./find";
import { checkFields, findCollection, readFilter, readName, type Handler, type Request } from "./request";

/** How the explained command finds its documents. */
interface Explained {
  filter: Filter;
  plan: (collection: Collection, view: View) => Plan;
  most: number;
}

function plain(filter: Document, options: { sort: unknown; hint: unknown; most: number }): Explained {
  const compiled = compileFilter(filter);
  const request = {
    condition: compiled.condition,
    sort: readSort(options.sort ?? undefined),
    hint: readHint(options.hint),
  };
  return { filter: compiled, plan: (collection, view) => planQuery(view, collection, request), most: options.most };
}

function firstStatement(command: Document, field: string): Document {
  const list = command[field];
  const [statement] = Array.isArray(list) ? (list as unknown[]) : [];
  if (!isDocument(statement)) throw new EngineError(9, `explain needs exactly one statement in '${field}'`);
  return statement;
}

function explainFind(request: Request): Explained {
  checkFields(request, findFields);
  const order = readFind(request.command);
  const wanted = { condition: order.filter.condition, sort: order.sort, hint: order.hint };
  return {
    filter: order.filter,
    plan: (collection, view) => planQuery(view, collection, wanted),
    most: order.skip + order.limit,
  };
}

function explainAggregate(request: Request): Explained {
  checkFields(request, [...aggregateFields, "explain"]);
  const scope = pipelineScope(request);
  const head = readHead(readPipeline(request), scope);
  return {
    filter: head.filter,
    plan: (collection, view) => planHead(head, collection, { ...scope, view }),
    most: Infinity,
  };
}

function explained(request: Request): Explained {
  const { command, name } = request;
  switch (name) {
    case "find":
      return explainFind(request);
    case "aggregate":
      return explainAggregate(request);
    case "count":
      checkFields(request, countFields);
      return plain(readFilter(command, "query"), { sort: undefined, hint: command["hint"], most: Infinity });
    case "distinct":
      checkFields(request, distinctFields);
      return plain(readFilter(command, "query"), { sort: undefined, hint: undefined, most: Infinity });
    case "findAndModify":
      return plain(readFilter(command, "query"), { sort: command["sort"], hint: command["hint"], most: 1 });
    case "update": {
      const { q, hint, multi } = firstStatement(command, "updates");
      return plain(q as Document, { sort: undefined, hint, most: multi === true ? Infinity : 1 });
    }
    case "delete": {
      const { q, hint, limit } = firstStatement(command, "deletes");
      return plain(q as Document, { sort: undefined, hint, most: limit === 1 ? 1 : Infinity });
    }
    default:
      throw unsupported(`explain of ${name}`);
  }
}

/** Reads as the command would; nothing is written. */
function measure(plan: Plan, collection: Collection, view: View, { filter, most }: Explained): Document {
  const examined = { documents: 0 };
  let nReturned = 0;
  for (const _match of findMatches({ ...view, examined }, collection, plan, filter)) {
    nReturned += 1;
    if (nReturned >= most && plan.sorted) break;
  }
  return { executionSuccess: true, nReturned: Math.min(nReturned, most), totalDocsExamined: examined.documents };
}

/** `explain`: `queryPlanner.winningPlan` says IDHACK, IXSCAN with `indexName`, OR of such, or COLLSCAN. */
export const explain: Handler = (request) => {
  checkFields(request, ["verbosity"]);
  const command = request.command["explain"];
  if (!isDocument(command)) throw new EngineError(14, "explain needs a command");
  const inner: Request = {
    ...request,
    command: { ...command, $db: request.database },
    name: Object.keys(command)[0] ?? "",
  };
  const namespace = `${request.database}.${readName(inner)}`;
  const wanted = explained(inner);
  const collection = findCollection(inner);
  const { view } = request.engine;
  const plan = collection === undefined ? undefined : wanted.plan(collection, view);
  const winningPlan = plan === undefined ? { stage: "EOF" } : describePlan(plan);
  const stats = collection === undefined || plan === undefined || request.command["verbosity"] === "queryPlanner";
  return {
    explainVersion: "1",
    queryPlanner: { namespace, winningPlan, rejectedPlans: [] },
    ...(stats ? {} : { executionStats: measure(plan, collection, view, wanted) }),
  };
};
