import type { ClientInput, Endpoint } from "@shared/core/endpoint";
import type { contracts } from "@shared/domains/index";
import type { roles } from "./access-relations";
import type { TargetName } from "./access-world";

type Contracts = typeof contracts;

export type Decision = "allow" | "not_found" | "forbidden" | "sign_in_required";

/** One decision for all relations, or relations with theirs and the rest: `own same_point allow, else forbidden`. */
export type Cell = Decision | `${string} ${Decision}, else ${Decision}`;
type CellFor<Columns extends readonly string[]> = { readonly [I in keyof Columns]: Cell };
export type Row = CellFor<typeof roles>;

type Keys<T> = T extends readonly unknown[]
  ? never
  : T extends object
    ? { [K in keyof T]-?: K | Keys<NonNullable<T[K]>> }[keyof T]
    : never;
type TargetsOf<E extends Endpoint> = Extract<Keys<ClientInput<E>>, TargetName>;
/** A row for each thing that a request of the endpoint names; `none` when it names none. */
type Rows<E> = E extends Endpoint
  ? [TargetsOf<E>] extends [never]
    ? { readonly none: Row }
    : { readonly [T in TargetsOf<E>]: Row }
  : never;

/** An endpoint without its rows does not compile. */
export type AccessTable = {
  readonly [D in keyof Contracts]: {
    readonly [K in keyof Contracts[D]["endpoints"]]: Rows<Contracts[D]["endpoints"][K]>;
  };
};
