import type { ClientInput, Endpoint } from "@shared/core/endpoint";
import type { contracts } from "@shared/domains/index";
import type { Who, World } from "./world";

type Contracts = typeof contracts;

/** Who sends a request: one of the world's people, or somebody else by her token; nobody without. */
interface Sender {
  readonly as?: Who;
  readonly token?: string;
}

type Example<E> = E extends Endpoint ? (world: World) => Promise<ClientInput<E> & Sender> : never;

/** One valid request per endpoint, and who sends it; an endpoint without one does not compile. */
export type Examples = {
  readonly [D in keyof Contracts]: {
    readonly [K in keyof Contracts[D]["endpoints"]]: Example<Contracts[D]["endpoints"][K]>;
  };
};

export const now = <T>(input: T) => Promise.resolve(input);

/** What an example gives, without the types of its endpoint. */
export interface Input extends Sender {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly key?: string;
}
