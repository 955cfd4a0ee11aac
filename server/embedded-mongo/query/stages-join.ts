import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { isDocument } from "../values/order";
import { splitPath, valueAtPath } from "../values/paths";
import { compileExpression, type Expression } from "./expressions";
import { checkNames } from "./known-names";
import type { PipelineScope, Stage } from "./pipeline-scope";
import { setComputed } from "./project";

interface Lookup {
  from: string;
  as: readonly string[];
  /** Both named, or neither. */
  fields: { local: readonly string[]; foreign: string } | undefined;
  variables: [string, Expression][];
  pipeline: unknown[];
}

const lookupOptions = ["from", "as", "localField", "foreignField", "let", "pipeline"];

function readLookup(specification: unknown): Lookup {
  if (!isDocument(specification)) throw new EngineError(9, "the $lookup specification must be an object");
  checkNames("$lookup", specification, lookupOptions);
  const { from, as, localField, foreignField, pipeline } = specification;
  if (typeof from !== "string" || typeof as !== "string")
    throw new EngineError(9, "must specify 'from' and 'as' fields for a $lookup");
  if ((typeof localField === "string") !== (typeof foreignField === "string")) {
    throw new EngineError(9, "$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  }
  const fields =
    typeof localField === "string" ? { local: splitPath(localField), foreign: String(foreignField) } : undefined;
  if (fields === undefined && !Array.isArray(pipeline))
    throw new EngineError(
      9,
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  const variables = isDocument(specification["let"]) ? Object.entries(specification["let"]) : [];
  return {
    from,
    as: splitPath(as),
    fields,
    variables: variables.map(([name, expression]) => [name, compileExpression(expression)]),
    pipeline: Array.isArray(pipeline) ? (pipeline as unknown[]) : [],
  };
}

/** The filter on the joined collection that stands for equality with a local value. */
function joinFilter(row: Document, fields: Lookup["fields"]): Document {
  if (fields === undefined) return {};
  const local = valueAtPath(row, fields.local);
  if (Array.isArray(local)) return { [fields.foreign]: { $in: local as unknown[] } };
  return { [fields.foreign]: { $eq: local ?? null } };
}

/** `$lookup`: by equal fields, by a pipeline with variables, or both. Each row asks the joined collection's indexes. */
export function compileLookup(specification: unknown, scope: PipelineScope): Stage {
  const lookup = readLookup(specification);
  return function* (rows) {
    for (const row of rows) {
      const variables: Record<string, unknown> = { ...scope.variables };
      for (const [name, evaluate] of lookup.variables) variables[name] = evaluate(row, scope.variables);
      const pipeline = [{ $match: joinFilter(row, lookup.fields) }, ...lookup.pipeline];
      const joined = [...scope.run(lookup.from, pipeline, { ...scope, variables })];
      const result = { ...row };
      setComputed(result, lookup.as, joined);
      yield result;
    }
  };
}

/** `$unionWith`: the rows so far, then those of another collection. */
export function compileUnionWith(specification: unknown, scope: PipelineScope): Stage {
  const options: Document = isDocument(specification) ? specification : { coll: specification };
  checkNames("$unionWith", options, ["coll", "pipeline"]);
  const { coll, pipeline } = options;
  if (typeof coll !== "string") throw new EngineError(9, "$unionWith needs the name of a collection");
  return function* (rows) {
    yield* rows;
    yield* scope.run(coll, Array.isArray(pipeline) ? (pipeline as unknown[]) : [], scope);
  };
}
