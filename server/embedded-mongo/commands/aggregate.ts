import { EngineError, unsupported } from "../errors";
import { deadlineCheck } from "../query/execute";
import type { Filter } from "../query/conditions";
import { planHead, readHead, runPipeline } from "../query/pipeline";
import type { PipelineScope } from "../query/pipeline-scope";
import type { Plan } from "../query/plan";
import type { Collection } from "../store/catalog";
import type { View } from "../store/scan";
import type { Document } from "../values/decode";
import { encode } from "../values/encode";
import { openCursor, readHint } from "./find";
import { readBatchSize } from "./listing";
import { checkFields, readMaxTime, readName, viewOf, type Handler, type Request } from "./request";

const aggregateFields = ["pipeline", "cursor", "hint"];

/** `pipeline` is in the list of options other commands do not have; here it is the point. */
function readPipeline(request: Request): unknown[] {
  const { pipeline } = request.command;
  if (request.command[request.name] === 1) throw unsupported("aggregate without a collection");
  if (!Array.isArray(pipeline)) throw new EngineError(14, "'pipeline' option must be specified as an array");
  return pipeline as unknown[];
}

function pipelineScope(request: Request): PipelineScope {
  return {
    view: viewOf(request),
    find: (name) => request.engine.catalog.find(request.database, name),
    run: runPipeline,
    variables: { NOW: new Date() },
    hint: readHint(request.command["hint"]),
    check: deadlineCheck(readMaxTime(request)),
  };
}

/** How the beginning of a pipeline finds its documents; `explain` tells it. */
export function readAggregateHead(request: Request): {
  filter: Filter;
  plan: (collection: Collection, view: View) => Plan;
} {
  checkFields(request, [...aggregateFields, "explain"]);
  const scope = pipelineScope(request);
  const head = readHead(readPipeline(request), scope);
  return { filter: head.filter, plan: (collection, view) => planHead(head, collection, { ...scope, view }) };
}

function* encoded(rows: Iterable<Document>): Generator<Buffer> {
  for (const row of rows) yield encode(row);
}

export const aggregate: Handler = (request) => {
  checkFields(request, aggregateFields);
  const pipeline = readPipeline(request);
  if (request.command["cursor"] === undefined)
    throw new EngineError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const rows = encoded(runPipeline(readName(request), pipeline, pipelineScope(request)));
  return openCursor(request, rows, { batchSize: readBatchSize(request.command), singleBatch: false });
};
