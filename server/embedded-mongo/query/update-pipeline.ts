import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { isDocument } from "../values/order";
import { compileAddFields, compileReplaceRoot, compileUnset } from "./stages-fields";
import { compileProjection } from "./project";

type Step = (document: Document) => Document;

function compileStep(stage: unknown): Step {
  const [name, operand] = isDocument(stage) ? (Object.entries(stage)[0] ?? []) : [];
  switch (name) {
    case "$set":
    case "$addFields":
      return compileAddFields(operand);
    case "$unset":
      return compileUnset(operand);
    case "$project":
      if (!isDocument(operand)) throw new EngineError(15969, "$project specification must be an object");
      return compileProjection(operand, { filter: undefined, isFind: false });
    case "$replaceRoot":
    case "$replaceWith":
      return compileReplaceRoot(name, operand);
    default:
      throw new EngineError(72, `${String(name)} is not allowed to be used within an update`);
  }
}

/** An update written as a pipeline: each stage sees what the one before it made. */
export function compileUpdatePipeline(stages: readonly unknown[]): Step {
  const steps = stages.map(compileStep);
  return (document) => {
    const id = document["_id"];
    const result = steps.reduce((current, step) => step(current), document);
    return id === undefined || "_id" in result ? result : { _id: id, ...result };
  };
}
