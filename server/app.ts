import Koa from "koa";
import type { Deps } from "./core/deps";
import type { Domain } from "./core/domain";
import { serveApi } from "./core/http/api";
import { authenticate, type FindActor } from "./core/http/authenticate";
import { errorHandler, errorListOf } from "./core/http/error-handler";
import { jsonBody } from "./core/http/json-body";
import { createOperations } from "./core/http/operations";
import { rateLimit, urlLimit } from "./core/http/rate-limit";
import { requestLog } from "./core/http/request-log";
import { serverDate } from "./core/http/server-date";
import { cors, securityHeaders } from "./core/http/security-headers";
import type { AppState } from "./core/http/state";
import { inlineScriptHashes, serveApp } from "./core/http/static-app";
import { smallTransfers } from "./core/http/transfer";

interface AppParts {
  readonly deps: Deps;
  readonly domains: readonly Domain[];
  readonly findActor: FindActor;
  /** Whether the database answers and holds every index; for `/health/ready`. */
  readonly isReady: () => Promise<boolean>;
  /** Folder of the built H5 app. */
  readonly appFolder: string;
}

/** Whether the caller went away before the answer was whole: a closed page, a lost signal. No fault of ours. */
const hasLeft = (error: unknown): boolean =>
  ["ERR_STREAM_PREMATURE_CLOSE", "ECONNRESET", "EPIPE"].includes(String((error as { code?: unknown } | null)?.code));

/** The server's chain, in order; what tests start and what main.ts listens with. */
export function createApp({ deps, domains, findActor, isReady, appFolder }: AppParts): Koa<AppState> {
  const { env, logger, clock, limits, actors } = deps;
  const operations = createOperations({ clock, isReady });
  const app = new Koa<AppState>({ proxy: env.proxyCount > 0, maxIpsCount: env.proxyCount });
  app.on("error", (err: unknown) => logger[hasLeft(err) ? "debug" : "error"]({ err }, "connection failed"));

  app.use(serverDate(clock));
  app.use(requestLog({ logger, metrics: operations.metrics }));
  app.use(errorHandler({ errors: errorListOf(domains.map(({ contract }) => contract)), logger }));
  for (const transfer of smallTransfers()) app.use(transfer);
  app.use(securityHeaders({ scriptHashes: inlineScriptHashes(appFolder) }));
  app.use(cors(env.corsOrigins));
  app.use(urlLimit());
  for (const operation of operations.middleware) app.use(operation);
  app.use(serveApp(appFolder));
  app.use(jsonBody());
  app.use(authenticate({ actors, findActor }));
  app.use(rateLimit(limits));
  for (const router of serveApi({ deps, domains, findActor })) app.use(router);
  return app;
}
