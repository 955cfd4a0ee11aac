import { Router, type RouterMiddleware } from "koa-router";
import type { Contract, Endpoint } from "@shared/core/endpoint";
import { AppError } from "../app-error";
import { enforce, type Actor } from "../policy";
import type { Handlers, RequestContext } from "./handlers";
import { parseInput } from "./parse-input";
import type { AppContext } from "./state";

type AnyHandler = (request: object) => Promise<unknown>;

/** Serves a contract: for each endpoint access, key and input are checked before, the answer after its handler runs. */
export function mount<C extends Contract>({ contract, handlers }: { contract: C; handlers: Handlers<C> }): Router {
  const router = new Router();
  for (const [name, endpoint] of Object.entries<Endpoint>(contract.endpoints)) {
    const handler = handlers[name] as unknown as AnyHandler;
    const serve: RouterMiddleware = (ctx) => answer({ ctx: ctx as unknown as AppContext, endpoint, handler });
    if (endpoint.method === "GET") router.get(endpoint.path, serve);
    else router.post(endpoint.path, serve);
  }
  return router;
}

async function answer({ ctx, endpoint, handler }: { ctx: AppContext; endpoint: Endpoint; handler: AnyHandler }) {
  const { actor } = ctx.state;
  ctx.state.route = endpoint.path;
  if (endpoint.access === "signed-in" && !actor) throw new AppError("sign_in_required");
  const input = parseInput({ endpoint, ctx });
  let isDecided = endpoint.access === "public";
  const context: RequestContext<Actor | null> = {
    actor,
    callerAddress: ctx.ip,
    authorize: (decision) => {
      isDecided = true;
      enforce(decision);
    },
  };
  const result = await handler({ ...input, ...context });
  // Absent = denied: an answer that no policy let through stays here, whatever the handler did.
  if (!isDecided) throw new AppError("internal", { cause: new Error(`${endpoint.path}: no policy decision`) });
  ctx.body = { data: endpoint.response.parse(result) };
  ctx.status = endpoint.method === "POST" && endpoint.keyed ? 201 : 200;
}
