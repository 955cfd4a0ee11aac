import { EngineError } from "../errors";
import { findMatches } from "../query/execute";
import { describePlan, type Plan } from "../query/plan";
import type { Collection } from "../store/catalog";
import type { View } from "../store/scan";
import type { Document } from "../values/decode";
import { isDocument } from "../values/order";
import { readExplained, type Explained } from "./explained";
import { checkFields, findCollection, readName, type Handler, type Request } from "./request";

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

const verbosities: readonly unknown[] = ["queryPlanner", "executionStats", "allPlansExecution"];

/** `explain`: `queryPlanner.winningPlan` says IDHACK, IXSCAN with `indexName`, OR of such, or COLLSCAN. */
export const explain: Handler = (request) => {
  checkFields(request, ["verbosity"]);
  const { explain: command, verbosity = "allPlansExecution" } = request.command;
  if (!verbosities.includes(verbosity))
    throw new EngineError(
      2,
      `Enumeration value '${String(verbosity)}' for field 'explain.verbosity' is not a valid value.`,
    );
  if (!isDocument(command)) throw new EngineError(14, "explain needs a command");
  const inner: Request = {
    ...request,
    command: { ...command, $db: request.database },
    name: Object.keys(command)[0] ?? "",
  };
  const namespace = `${request.database}.${readName(inner)}`;
  const wanted = readExplained(inner);
  const collection = findCollection(inner);
  const { view } = request.engine;
  const plan = collection === undefined ? undefined : wanted.plan(collection, view);
  const winningPlan = plan === undefined ? { stage: "EOF" } : describePlan(plan);
  const stats = collection === undefined || plan === undefined || verbosity === "queryPlanner";
  return {
    explainVersion: "1",
    queryPlanner: { namespace, winningPlan, rejectedPlans: [] },
    ...(stats ? {} : { executionStats: measure(plan, collection, view, wanted) }),
  };
};
