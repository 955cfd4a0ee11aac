import { BSONRegExp } from "bson";
import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { compareValues, isDocument } from "../values/order";
import { readInteger } from "../values/whole-number";
import { compileFilter, isOperatorDocument, valueTest } from "./match";
import { readSort, sortKey, sortRows } from "./sort";

type Elements = unknown[];

function needArray(operator: string, path: string, value: unknown): Elements {
  if (value === undefined) return [];
  if (Array.isArray(value)) return [...(value as unknown[])];
  const verb =
    operator === "$pop" || operator.startsWith("$pull")
      ? `Cannot apply ${operator} to a non-array value`
      : `The field '${path}' must be an array`;
  throw new EngineError(operator === "$pop" || operator === "$addToSet" ? 14 : 2, `${verb}: ${path}`);
}

function listOf(operand: unknown): Elements {
  if (!isDocument(operand) || !("$each" in operand)) return [operand];
  if (!Array.isArray(operand["$each"])) throw new EngineError(14, "The argument to $each must be an array");
  return operand["$each"] as unknown[];
}

function checkModifiers(operator: string, operand: unknown, known: readonly string[]): void {
  if (!isDocument(operand) || !("$each" in operand)) return;
  const strange = Object.keys(operand).find((name) => !known.includes(name));
  if (strange !== undefined) throw new EngineError(2, `Unrecognized clause in ${operator}: ${strange}`);
}

function sortElements(elements: Elements, sort: unknown): Elements {
  if (!isDocument(sort)) {
    const direction = readInteger("$sort", sort);
    return elements.sort((a, b) => compareValues(a, b) * direction);
  }
  const fields = readSort(sort);
  const rows = elements.map((item, order) => ({
    key: sortKey(isDocument(item) ? item : {}, fields),
    order,
    bytes: 0,
    item,
  }));
  return sortRows(rows, Infinity);
}

export function push(path: string, current: unknown, operand: unknown): Elements {
  checkModifiers("$push", operand, ["$each", "$position", "$slice", "$sort"]);
  let elements = needArray("$push", path, current);
  const modifiers: Document = isDocument(operand) && "$each" in operand ? operand : {};
  const position =
    modifiers["$position"] === undefined ? elements.length : readInteger("$position", modifiers["$position"]);
  elements.splice(position, 0, ...listOf(operand));
  if (modifiers["$sort"] !== undefined) elements = sortElements(elements, modifiers["$sort"]);
  if (modifiers["$slice"] === undefined) return elements;
  const size = readInteger("$slice", modifiers["$slice"]);
  if (size === 0) return [];
  return size > 0 ? elements.slice(0, size) : elements.slice(size);
}

export function addToSet(path: string, current: unknown, operand: unknown): Elements {
  checkModifiers("$addToSet", operand, ["$each"]);
  const elements = needArray("$addToSet", path, current);
  for (const value of listOf(operand)) {
    if (!elements.some((element) => compareValues(element, value) === 0)) elements.push(value);
  }
  return elements;
}

function pullTest(operand: unknown): (element: unknown) => boolean {
  if (operand instanceof BSONRegExp) return valueTest({ $regex: operand });
  if (isOperatorDocument(operand)) return valueTest(operand);
  if (!isDocument(operand)) return (element) => compareValues(element, operand) === 0;
  const { test } = compileFilter(operand);
  return (element) => isDocument(element) && test(element);
}

export function pull(path: string, current: unknown, operand: unknown): Elements {
  const test = pullTest(operand);
  return needArray("$pull", path, current).filter((element) => !test(element));
}

export function pullAll(path: string, current: unknown, operand: unknown): Elements {
  if (!Array.isArray(operand)) throw new EngineError(2, "$pullAll requires an array argument");
  const unwanted = operand as unknown[];
  return needArray("$pullAll", path, current).filter(
    (element) => !unwanted.some((value) => compareValues(element, value) === 0),
  );
}

export function pop(path: string, current: unknown, operand: unknown): Elements {
  const end = readInteger("$pop", operand);
  if (Math.abs(end) !== 1) throw new EngineError(9, "$pop expects 1 or -1");
  const elements = needArray("$pop", path, current);
  return end === 1 ? elements.slice(0, -1) : elements.slice(1);
}
