import type { ClientInput, Endpoint, Upload } from "@shared/core/endpoint";
import type { contracts } from "@shared/domains/index";
import type { Who, World } from "./world";

type Contracts = typeof contracts;

/** Who sends a request: one of the world's people, or somebody else by her token; nobody without. */
interface Sender {
  readonly as?: Who;
  readonly token?: string;
}

/** A file that is sent: what a picker would give on a device. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** What an endpoint is given, with the bytes of its file. */
export type Given<E extends Endpoint> = Omit<ClientInput<E>, "file"> &
  (E["upload"] extends Upload ? { readonly file: SentFile } : unknown);

type Example<E> = E extends Endpoint ? (world: World) => Promise<Given<E> & Sender> : never;

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
  readonly file?: SentFile;
  readonly key?: string;
}
