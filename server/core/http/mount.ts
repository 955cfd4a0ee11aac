import type { Contract, Endpoint } from "@shared/core/endpoint";
import { AppError } from "../app-error";
import type { Limits } from "../limits/limits";
import { enforce, type Actor } from "../policy";
import type { Handlers, RequestContext } from "./handlers";
import { parseBody, parseInput } from "./parse-input";
import { readUpload, takeUploadPlace } from "./read-upload";
import { isMultipart } from "./request-body";
import { serveRoutes, type Route } from "./routes";
import type { AppContext, AppMiddleware } from "./state";

type AnyHandler = (request: object) => Promise<unknown>;

interface MountOptions<C extends Contract> {
  readonly contract: C;
  readonly handlers: Handlers<C>;
  readonly limits: Limits;
}

/** A contract's routes: for each endpoint access, key and input are checked before, the answer after its handler runs. */
export const mount = <C extends Contract>({ contract, handlers, limits }: MountOptions<C>): Route[] =>
  Object.entries<Endpoint>(contract.endpoints).map(([name, endpoint]) => {
    const handler = handlers[name] as unknown as AnyHandler;
    const { method, path } = endpoint;
    return { method, path, serve: (ctx) => answer({ ctx, endpoint, handler, limits }) };
  });

/** Serves one path below `/api` that is no endpoint, such as a data set. */
export const mountPath = (path: string, serve: Route["serve"]): AppMiddleware =>
  serveRoutes([{ method: "GET", path, serve }]);

interface Call {
  readonly ctx: AppContext;
  readonly endpoint: Endpoint;
  readonly handler: AnyHandler;
  readonly limits: Limits;
}

async function answer({ ctx, endpoint, handler, limits }: Call): Promise<void> {
  const { actor } = ctx.state;
  ctx.state.route = endpoint.path;
  ctx.set("Cache-Control", "private, no-cache");
  if (!endpoint.upload && isMultipart(ctx)) throw new AppError("json_only");
  if (endpoint.access === "signed-in" && !actor) throw new AppError("sign_in_required");
  const input = parseInput({ endpoint, ctx });
  if (endpoint.keyed && actor) await limits.consume("keyed", actor.id);
  let isDecided = endpoint.access === "public";
  let isCreated = endpoint.keyed === true;
  const context: RequestContext<Actor | null> = {
    actor,
    callerAddress: ctx.ip,
    authorize: (decision) => {
      isDecided = true;
      enforce(decision);
    },
    nothingCreated: () => {
      isCreated = false;
    },
  };
  const upload = receiver({ ctx, endpoint, isDecided: () => isDecided });
  const result = await handler({ ...input, ...context, ...upload }).finally(upload?.forget);
  // Absent = denied: an answer that no policy let through stays here, whatever the handler did.
  if (!isDecided) throw new AppError("internal", { cause: new Error(`${endpoint.path}: no policy decision`) });
  ctx.body = { data: endpoint.response.parse(result) };
  ctx.status = isCreated ? 201 : 200;
}

interface Receiver {
  readonly ctx: AppContext;
  readonly endpoint: Endpoint;
  readonly isDecided: () => boolean;
}

/** Reads the file of an upload when the handler asks for it, and holds its place in memory until it is forgotten. */
function receiver({ ctx, endpoint, isDecided }: Receiver) {
  const { upload } = endpoint;
  if (!upload) return undefined;
  let giveBack: (() => void) | undefined;
  const receive = async () => {
    if (!isDecided()) throw new AppError("internal", { cause: new Error(`${endpoint.path}: read before its policy`) });
    giveBack = takeUploadPlace();
    const { file, body } = await readUpload(ctx, upload);
    return { file, body: parseBody(endpoint, body) };
  };
  return { receive, forget: () => giveBack?.() };
}
