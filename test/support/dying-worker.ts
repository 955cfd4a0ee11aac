import mongoose from "mongoose";
import { createApp } from "@server/app";
import { connect, database } from "@server/core/db/connect";
import { listen } from "@server/core/http/listen";
import { createLogger } from "@server/core/logger";
import { outboxRelay } from "@server/core/outbox/relay";
import { WechatError } from "@server/core/wechat/wechat-port";
import { createDeps } from "@server/create-deps";
import { findActor } from "@server/domains/accounts/index";
import { allDomains } from "@server/domains/index";
import { readEnv } from "@server/env";
import type { Dying } from "./dying";
import { httpClient } from "./listening";

/**
 * A process that does one errand on the whole server and kills itself (kill -9) at one of its writes, the moment before
 * the database hears of it or the moment after it answered: `dying-worker.ts <Dying as JSON>`. Ends with 0 when the
 * errand has fewer writes.
 */
const dying = JSON.parse(process.argv[2] ?? "") as Dying;
const WRITES = new Set(["insert", "update", "findAndModify", "delete"]);
/** Written with every request, whatever is asked: no step of an errand. */
const ASIDE = /session|limit/;

const silence = () => Promise.reject(new WechatError("unavailable"));
await connect({ uri: dying.uri, dbName: dying.dbName });
const deps = createDeps({
  env: readEnv({ NODE_ENV: "test", ...dying.keys }),
  clock: { now: () => dying.now },
  logger: createLogger({ level: "silent" }),
  wechat: { exchangeCode: silence, exchangePhoneCode: silence, sendMessage: silence },
  messageTemplates: new Map(),
  sms: null,
});
dieAtWrite();
await (dying.errand.job === undefined ? ask(dying.errand.call) : run(dying.errand.job));
process.exit(0);

function dieAtWrite(): void {
  const client = mongoose.connection.getClient();
  const steps: number[] = [];
  client.on("commandStarted", ({ commandName, command, requestId }) => {
    if (!WRITES.has(commandName) || ASIDE.test(String(command[commandName]))) return;
    steps.push(requestId);
    if (dying.when === "before" && steps.length === dying.write) process.kill(process.pid, "SIGKILL");
  });
  client.on("commandSucceeded", ({ requestId }) => {
    if (dying.when === "after" && steps[dying.write - 1] === requestId) process.kill(process.pid, "SIGKILL");
  });
}

async function ask(call: NonNullable<Dying["errand"]["call"]> | undefined): Promise<void> {
  if (!call) throw new Error("an errand is a call or a job");
  const isReady = () => Promise.resolve(database().databaseName !== "");
  const app = createApp({ deps, domains: allDomains, findActor, isReady, appFolder: "no-such-folder" });
  const server = await listen({ handler: app.callback(), port: 0, host: "127.0.0.1" });
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the server has no port");
  await httpClient({ port: address.port, sockets: 1 }).post(call);
}

async function run(name: string): Promise<void> {
  const jobs = [
    outboxRelay(allDomains.flatMap(({ outbox }) => outbox ?? [])),
    ...allDomains.flatMap((one) => one.jobs),
  ];
  const job = jobs.find((known) => known.name === name);
  if (!job) throw new Error(`no job ${name}`);
  await job.run(deps);
}
