import Koa from "koa";
import { systemClock } from "@server/core/clock";
import { connect } from "@server/core/db/connect";
import { serveApi } from "@server/core/http/api";
import { authenticate } from "@server/core/http/authenticate";
import { jsonBody } from "@server/core/http/json-body";
import type { AppState } from "@server/core/http/state";
import { createLogger } from "@server/core/logger";
import { createDeps } from "@server/create-deps";
import { findActor } from "@server/domains/accounts/index";
import { allDomains } from "@server/domains/index";
import { readEnv } from "@server/env";
import { openOutside } from "@server/outside";

/** Ours as P-B7 compares it with peers: body, who asks, validation, use-case and presenter, and nothing around them. */
const env = readEnv(process.env);
await connect({ uri: env.mongodbUri ?? "" });
const { stop: _nothingToStop, ...ports } = await openOutside(env);
const deps = createDeps({ env, clock: systemClock, logger: createLogger({ level: "silent" }), ...ports });
const app = new Koa<AppState>();
app.silent = true;
app.use(jsonBody());
app.use(authenticate({ actors: deps.actors, findActor }));
for (const router of serveApi({ deps, domains: allDomains, findActor })) app.use(router);
app.listen(env.port, env.host).keepAliveTimeout = 120_000;
process.on("disconnect", () => process.exit());
