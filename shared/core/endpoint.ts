import type * as z from "zod/mini";
import type { CommonErrorCode, ErrorDefinition } from "./errors";

type Schema = z.ZodMiniType;

/**
 * A file that an endpoint takes, as `multipart/form-data`: one part `file` and, where the endpoint has a `body`, one part
 * `body` with its JSON. Whatever decides access stands in the path or the query: it is decided before the file is read.
 */
export interface Upload {
  /** Largest file, bytes. */
  readonly maxBytes: number;
  /** What a picker offers. What a file really is, its bytes say: the domain looks. */
  readonly mediaTypes: readonly string[];
}

/** One thing the server can do for somebody, said once for server, client, OpenAPI and tests. */
export interface Endpoint {
  /** Only reads and writes: `wx.request` knows no PATCH, and a write that may repeat carries a key. */
  readonly method: "GET" | "POST";
  /** Below `/api`; parameters as `:name`, each named in `params`. */
  readonly path: string;
  readonly summary: string;
  /** `public` also answers guests; `signed-in` never does and must take a policy decision. */
  readonly access: "public" | "signed-in";
  /** The request carries an `Idempotency-Key`; a repeat has one effect and one answer. */
  readonly keyed?: true;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** Only of a POST. */
  readonly upload?: Upload;
  readonly response: Schema;
  /** Domain codes this endpoint may answer with, besides the common ones. */
  readonly errors?: readonly string[];
}

/**
 * Data that anybody may take away whole: rows of a public standard, streamed as JSON below `/api`, and as CSV at the same
 * path with `.csv` where the server names columns. Its own envelope, an ETag of the data's version, its own limit.
 */
export interface PublicData {
  readonly path: string;
  readonly summary: string;
  /** What stands beside the rows: which standard, which datum, whose words. */
  readonly about: Readonly<Record<string, string>>;
  /** One row, in the standard's own names. */
  readonly row: Schema;
}

/**
 * A table that somebody signed in takes away as a CSV file (GET): under a policy of its own, streamed, fetched with her
 * session and never by a link that others could use.
 */
export interface Download {
  readonly path: string;
  readonly summary: string;
  readonly params?: Schema;
  readonly query?: Schema;
}

/** What a domain promises to the outside. */
export interface Contract {
  readonly name: string;
  readonly errors: Readonly<Record<string, ErrorDefinition>>;
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  readonly publicData?: Readonly<Record<string, PublicData>>;
  readonly downloads?: Readonly<Record<string, Download>>;
}

type Declared<C extends Contract> = Extract<keyof C["errors"], string> | CommonErrorCode;
type EndpointsOf<C extends Contract> = {
  readonly [K in keyof C["endpoints"]]: C["endpoints"][K] & { readonly errors?: readonly Declared<C>[] };
};

/** Fixes a contract's literal types; an endpoint that lists an undeclared error code does not compile. */
export const defineContract = <const C extends Contract>(contract: C & { endpoints: EndpointsOf<C> }): C => contract;

type Parsed<S> = S extends Schema ? z.output<S> : undefined;
type Sent<S> = S extends Schema ? z.input<S> : undefined;
type Given<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };

/** What a handler receives, parsed. */
export interface HandlerInput<E extends Endpoint> {
  readonly params: Parsed<E["params"]>;
  readonly query: Parsed<E["query"]>;
  /** Comes with the file where one is uploaded. */
  readonly body: E["upload"] extends Upload ? undefined : Parsed<E["body"]>;
  /** The idempotency key; present exactly on keyed endpoints. */
  readonly key: E["keyed"] extends true ? string : undefined;
}

/** What the maker of a download receives, parsed. */
export interface DownloadInput<D extends Download> {
  readonly params: Parsed<D["params"]>;
  readonly query: Parsed<D["query"]>;
}

/** What a handler returns and a client receives. */
export type Output<E extends Endpoint> = z.output<E["response"]>;

/** What a handler receives, once it asks for it, where a file is uploaded. */
export type ReceivedBody<E extends Endpoint> = Parsed<E["body"]>;

/** A file on its way to the server. */
export interface WireFile {
  readonly name: string;
  /** A temporary path in WeChat, a `Blob` in a browser: only the transport looks at it. */
  readonly source: unknown;
}

/** What a client gives: only the parts the endpoint names. */
export type ClientInput<E extends Endpoint> = Given<{
  params: Sent<E["params"]>;
  query: Sent<E["query"]>;
  body: Sent<E["body"]>;
  file: E["upload"] extends Upload ? WireFile : undefined;
  key: E["keyed"] extends true ? string : undefined;
}>;

/** One request as the transport sees it. */
export interface WireRequest {
  readonly method: "GET" | "POST";
  /** Path below `/api` with its parameters filled in and its query string. */
  readonly path: string;
  readonly body?: unknown;
  readonly file?: WireFile;
  readonly key?: string;
}

/** Sends a request, gives back the `data` of the answer; throws the transport's own error. */
export type Send = (request: WireRequest) => Promise<unknown>;

export type Client<C extends Contract> = {
  readonly [K in keyof C["endpoints"]]: (
    ...input: keyof ClientInput<C["endpoints"][K]> extends never ? [] : [ClientInput<C["endpoints"][K]>]
  ) => Promise<Output<C["endpoints"][K]>>;
};

interface AnyInput {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string | undefined>;
  readonly body?: unknown;
  readonly file?: WireFile;
  readonly key?: string;
}

/** Fills path parameters and appends the query, both percent-encoded; undefined query values are left out. */
export function pathOf(endpoint: Endpoint, { params = {}, query = {} }: Pick<AnyInput, "params" | "query">): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `${path}?${pairs.join("&")}` : path;
}

/** A typed client over one contract: `client.bookMeal({ body, key })`. Answers are parsed by the contract. */
export function createClient<C extends Contract>(contract: C, send: Send): Client<C> {
  const calls = Object.entries(contract.endpoints).map(([name, endpoint]) => {
    const call = async (input: AnyInput = {}) => {
      const { body, file, key } = input;
      const data = await send({
        method: endpoint.method,
        path: pathOf(endpoint, input),
        ...(body === undefined ? {} : { body }),
        ...(file === undefined ? {} : { file }),
        ...(key === undefined ? {} : { key }),
      });
      return endpoint.response.parse(data);
    };
    return [name, call] as const;
  });
  return Object.fromEntries(calls) as unknown as Client<C>;
}
