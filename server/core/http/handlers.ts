import type { Contract, Endpoint, HandlerInput, Output, ReceivedBody, Upload } from "@shared/core/endpoint";
import type { Actor, Decision } from "../policy";
import type { UploadedFile } from "./read-upload";

/** What a handler knows of its request besides the parsed input; never Koa's `ctx`. */
export interface RequestContext<A> {
  readonly actor: A;
  /** Takes the policy's decision; throws on a refusal. A signed-in endpoint that never calls it is not answered. */
  readonly authorize: (decision: Decision) => void;
  /** Answers a keyed write with 200 instead of 201: the repeat of a request whose work has ended since. */
  readonly nothingCreated: () => void;
  /** Address of the caller, for rate limits only; never stored or logged. */
  readonly callerAddress: string;
}

type ActorFor<E extends Endpoint> = E["access"] extends "public" ? Actor | null : Actor;

/** The file of an upload and what came with it. */
export interface Received<E extends Endpoint> {
  readonly file: UploadedFile;
  readonly body: ReceivedBody<E>;
}

interface Receiving<E extends Endpoint> {
  /**
   * Reads the file, once; not before the policy's decision was taken.
   * @throws AppError file_only, file_too_large, malformed, invalid_request; try_again when too many are being read
   */
  readonly receive: () => Promise<Received<E>>;
}

/** Input plus context of one endpoint. */
export type HandlerRequest<E extends Endpoint> = HandlerInput<E> &
  RequestContext<ActorFor<E>> &
  (E["upload"] extends Upload ? Receiving<E> : unknown);

/** One handler per endpoint of a contract, by the same name; a missing one or a missing answer field does not compile. */
export type Handlers<C extends Contract> = {
  readonly [K in keyof C["endpoints"]]: (
    request: HandlerRequest<C["endpoints"][K]>,
  ) => Promise<Output<C["endpoints"][K]>>;
};

/** Every signed-in endpoint has a policy under its own name. */
export type Policies<C extends Contract> = {
  readonly [K in keyof C["endpoints"] as C["endpoints"][K]["access"] extends "signed-in" ? K : never]: (
    actor: Actor,
    facts: never,
  ) => Decision;
};
