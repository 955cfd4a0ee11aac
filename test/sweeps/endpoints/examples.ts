import type { ClientInput, Contract, Endpoint } from "@shared/core/endpoint";
import type { contracts } from "@shared/domains/index";
import { newUuid, type World, type Who } from "./world";

type Contracts = typeof contracts;
type EndpointsOf<D extends keyof Contracts> = Contracts[D]["endpoints"];

/** A valid request, and who sends it; nobody signed in unless it says so. */
type Example<E extends Endpoint> = (world: World) => Promise<ClientInput<E> & { readonly as?: Who }>;

/** One valid request per endpoint; an endpoint without one does not compile. */
type Examples = {
  readonly [D in keyof Contracts]: {
    readonly [K in keyof EndpointsOf<D>]: EndpointsOf<D>[K] extends Endpoint ? Example<EndpointsOf<D>[K]> : never;
  };
};
