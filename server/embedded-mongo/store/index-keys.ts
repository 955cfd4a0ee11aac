import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { encodeKey } from "../values/key";
import { emptyArrayMark, isDocument } from "../values/order";
import { fieldOf, isIndex, valueAtPath, type OrderedField } from "../values/paths";
import type { IndexDefinition } from "./catalog";
import { longestKey } from "./environment";
import { cellOf } from "./geo-cells";

interface Step {
  value: unknown;
  depth: number;
  /** The array this step stands before, if it does. */
  array: readonly unknown[] | undefined;
}

/** Called with the place of each field that went through an array. */
type NoteArray = (field: number) => void;

function advance(value: unknown, parts: readonly string[], start: number): Step {
  let current = value;
  for (let depth = start; depth < parts.length; depth += 1) {
    if (Array.isArray(current)) return { value: current, depth, array: current };
    const next = isDocument(current) ? fieldOf(current, parts[depth] ?? "") : undefined;
    if (next === undefined) return { value: undefined, depth: parts.length, array: undefined };
    current = next;
  }
  return { value: current, depth: parts.length, array: Array.isArray(current) ? current : undefined };
}

function enterElement(element: unknown, parts: readonly string[], depth: number): Step {
  if (depth === parts.length) return { value: element, depth, array: undefined };
  if (isDocument(element)) return advance(element, parts, depth);
  return { value: undefined, depth: parts.length, array: undefined };
}

function enterArray(array: readonly unknown[], parts: readonly string[], depth: number): Step[] {
  const part = parts[depth];
  if (part !== undefined && isIndex(part) && !array.some((one) => isDocument(one) && Object.hasOwn(one, part))) {
    return [advance(array[Number(part)], parts, depth + 1)];
  }
  if (array.length === 0) {
    return [{ value: depth === parts.length ? emptyArrayMark : undefined, depth: parts.length, array: undefined }];
  }
  return array.map((element) => enterElement(element, parts, depth));
}

function expand(steps: readonly Step[], fields: readonly OrderedField[], note: NoteArray, tuples: unknown[][]): void {
  const arrays = new Set(steps.map((step) => step.array).filter((array) => array !== undefined));
  const [array] = arrays;
  if (array === undefined) {
    tuples.push(steps.map((step) => step.value));
    return;
  }
  if (arrays.size > 1) throw new EngineError(171, "cannot index parallel arrays");
  const choices = steps.map((step, index) => {
    if (step.array === undefined) return [step];
    note(index);
    return enterArray(array, fields[index]?.parts ?? [], step.depth);
  });
  const count = Math.max(...choices.map((steps) => steps.length));
  for (let index = 0; index < count; index += 1) {
    const next = choices.map((steps) => steps[steps.length === 1 ? 0 : index]).filter((step) => step !== undefined);
    expand(next, fields, note, tuples);
  }
}

/** The rows of values that a document gives for these fields: one, or one for each element of an array. */
export function indexedValues(document: Document, fields: readonly OrderedField[], note: NoteArray): unknown[][] {
  const tuples: unknown[][] = [];
  const steps = fields.map((field) => advance(document, field.parts, 0));
  expand(steps, fields, note, tuples);
  return tuples;
}

function withPrefix(index: IndexDefinition, parts: readonly Buffer[]): Buffer {
  const key = Buffer.concat([index.prefix, ...parts]);
  if (key.length + 6 > longestKey) {
    throw new EngineError(
      17280,
      `Index key too large to index, failing index: ${index.name}, limit ${longestKey} bytes`,
    );
  }
  return key;
}

function geoKeys(index: IndexDefinition, document: Document): Buffer[] {
  const [first, ...rest] = index.fields;
  const position = valueAtPath(document, first?.parts ?? []);
  if (position === undefined || position === null) return [];
  const others = indexedValues(document, rest, (field) => index.multikey.add(field + 1));
  const cell = cellOf(position);
  return others.map((values) =>
    withPrefix(index, [
      cell,
      encodeKey(
        values,
        rest.map((field) => field.direction),
      ),
    ]),
  );
}

/** The keys of a document in an index, without record ids; none when a partial index leaves it out. */
export function keysOf(index: IndexDefinition, document: Document): Buffer[] {
  if (index.accepts !== undefined && !index.accepts(document)) return [];
  if (index.isGeo) return geoKeys(index, document);
  const tuples = indexedValues(document, index.fields, (field) => index.multikey.add(field));
  const keys = tuples.map((values) => withPrefix(index, [encodeKey(values, index.directions)]));
  if (keys.length < 2) return keys;
  return [...new Map(keys.map((key) => [key.toString("latin1"), key])).values()];
}
