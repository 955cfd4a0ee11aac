import { EngineError, unsupported } from "../errors";
import { deadlineCheck } from "../query/execute";
import { runPipeline } from "../query/pipeline";
import type { PipelineScope } from "../query/pipeline-scope";
import type { Document } from "../values/decode";
import { encode } from "../values/encode";
import { openCursor, readHint } from "./find";
import { readBatchSize } from "./listing";
import { checkFields, readMaxTime, readName, viewOf, type Handler, type Request } from "./request";

export const aggregateFields = ["pipeline", "cursor", "hint"];

/** `pipeline` is in the list of options other commands do not have; here it is the point. */
export function readPipeline(request: Request): unknown[] {
  const { pipeline } = request.command;
  if (request.command[request.name] === 1) throw unsupported("aggregate without a collection");
  if (!Array.isArray(pipeline)) throw new EngineError(14, "'pipeline' option must be specified as an array");
  return pipeline as unknown[];
}

export function pipelineScope(request: Request): PipelineScope {
  return {
    view: viewOf(request),
    find: (name) => request.engine.catalog.find(request.database, name),
    run: runPipeline,
    variables: { NOW: new Date() },
    hint: readHint(request.command["hint"]),
    check: deadlineCheck(readMaxTime(request)),
  };
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
