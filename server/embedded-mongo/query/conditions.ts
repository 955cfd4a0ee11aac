import type { Document } from "../values/decode";
import type { Near } from "./match-geo";

export type DocumentTest = (document: Document) => boolean;

/** One condition on one path, as the planner reads it. */
export interface FieldCondition {
  kind: "field";
  path: string;
  operator: string;
  operand: unknown;
  test: DocumentTest;
}

export type Condition =
  | FieldCondition
  | { kind: "and" | "or"; children: Condition[]; test: DocumentTest }
  | { kind: "near"; path: string; near: Near; test: DocumentTest }
  | { kind: "other"; test: DocumentTest };

/** A filter ready to run. */
export interface Filter {
  condition: Condition;
  test: DocumentTest;
}
