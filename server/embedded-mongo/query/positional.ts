import type { Document } from "../values/decode";
import { splitPath, valueAtPath } from "../values/paths";
import { flatten } from "./bounds";
import type { Condition, DocumentTest } from "./conditions";

function testsOn(condition: Condition, path: string): DocumentTest[] {
  return flatten(condition).flatMap((one) => {
    if (one.kind === "or") return one.children.flatMap((child) => testsOn(child, path));
    const touches = one.kind === "field" && (one.path === path || one.path.startsWith(`${path}.`));
    return touches ? [one.test] : [];
  });
}

function withOneElement(path: string, element: unknown): Document {
  const [first = "", ...rest] = [...splitPath(path)].reverse();
  return rest.reduce<Document>((inner, part) => ({ [part]: inner }), { [first]: [element] });
}

/** The element of the array at `path` that made a document match: what `$` stands for. -1 when none did. */
export function matchedElement(condition: Condition, document: Document, path: string): number {
  const array = valueAtPath(document, splitPath(path));
  const tests = testsOn(condition, path);
  if (!Array.isArray(array) || tests.length === 0) return -1;
  const shadows = array.map((element: unknown) => withOneElement(path, element));
  const all = shadows.findIndex((shadow) => tests.every((test) => test(shadow)));
  return all >= 0 ? all : shadows.findIndex((shadow) => tests.some((test) => test(shadow)));
}
