import { randomBytes } from "node:crypto";
import type { RequestListener } from "node:http";
import mongoose from "mongoose";
import request, { type Agent } from "supertest";
import { createApp } from "@server/app";
import { connect, disconnect } from "@server/core/db/connect";
import { migrate } from "@server/core/db/migrate";
import type { Deps } from "@server/core/deps";
import type { Domain } from "@server/core/domain";
import type { FindActor } from "@server/core/http/actor-cache";
import { listen, stopListening } from "@server/core/http/listen";
import { createLogger } from "@server/core/logger";
import type { Limit, LimitName } from "@server/core/limits/limits";
import type { SmsPort } from "@server/core/sms/sms-port";
import { WechatError, type WechatPort } from "@server/core/wechat/wechat-port";
import { createDeps } from "@server/create-deps";
import { findActor as findPersonSignedIn } from "@server/domains/accounts/index";
import { PersonModel } from "@server/domains/accounts/person.model";
import { startSession } from "@server/domains/accounts/sessions";
import { allDomains } from "@server/domains/index";
import { readEnv, type Env } from "@server/env";
import { isReady } from "@server/wanted-indexes";
import { testClock, type TestClock } from "./clock";

export interface StartOptions {
  readonly clock?: TestClock;
  /** Settings that differ from the usual ones of a test. */
  readonly env?: Partial<Env>;
  readonly wechat?: WechatPort;
  /** WeChat's message templates; without, none is configured. */
  readonly messageTemplates?: ReadonlyMap<string, string>;
  readonly sms?: SmsPort | null;
  /** Limits of this test; without, they are too wide to be met. */
  readonly limits?: Partial<Record<LimitName, Limit>>;
  /** Collects the lines of the log at its most talkative; without, they are dropped. */
  readonly log?: string[];
  /** Other domains than the product's, to test what core does for any domain. */
  readonly domains?: readonly Domain[];
  readonly findActor?: FindActor;
  /** Folder of a built H5 app; without, there is none. */
  readonly appFolder?: string;
}

/** The whole server on a database of its own. */
export interface TestApp {
  /** Speaks to the app: `app.request.get("/api/regions")`. */
  readonly request: Agent;
  /** For a test that needs a real address. */
  readonly handler: RequestListener;
  readonly deps: Deps;
  readonly clock: TestClock;
  /** Starts a session for a person who is there and gives its token, for `Authorization: Bearer`. */
  signInAs(personId: string): Promise<string>;
  /** Stops listening, drops the database and disconnects. */
  close(): Promise<void>;
}

const NO_APP = "no-such-folder";
const WIDE = { points: 1_000_000, seconds: 60 };
const wideLimits = {
  openData: WIDE,
  export: WIDE,
  read: WIDE,
  write: WIDE,
  keyed: WIDE,
  credential: WIDE,
  report: WIDE,
  photo: WIDE,
  secret: WIDE,
};

const silence = () => Promise.reject(new WechatError("unavailable"));
const noWechat: WechatPort = { exchangeCode: silence, exchangePhoneCode: silence, sendMessage: silence };

/**
 * Starts the server as a test meets it: every domain, migrations run, a clock that stands. Mongoose has one connection,
 * so a test file has one app at a time.
 */
export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  const { clock = testClock(), log } = options;
  const env = testEnv(options.env);
  await connect({ uri: process.env["TEST_MONGODB_URI"] ?? "", dbName: databaseName() });
  await migrate(clock);
  const logger = createLogger({
    level: log ? "trace" : "silent",
    destination: { write: (line: string) => void log?.push(line) },
  });
  const { wechat = noWechat, messageTemplates = new Map(), sms = null, limits } = options;
  const deps = createDeps({ env, clock, logger, wechat, messageTemplates, sms, limits: { ...wideLimits, ...limits } });
  const { domains = allDomains, findActor = findPersonSignedIn, appFolder = NO_APP } = options;
  const app = createApp({ deps, domains, findActor, isReady: () => isReady(domains), appFolder });
  const signInAs = async (personId: string) =>
    startSession(deps, {
      person: await PersonModel.findById(personId).select({ memberships: 1, offices: 1 }).lean().orFail(),
      act: "accounts.sign-in-as-demo-person",
    });
  const answer = app.callback();
  const handler: RequestListener = (incoming, outgoing) => void answer(incoming, outgoing);
  const server = await listen({ handler, port: 0, host: "127.0.0.1" });
  const close = async () => {
    await stopListening(server, { graceMs: 0 });
    await mongoose.connection.dropDatabase();
    await disconnect();
  };
  return { request: request(server), handler, deps, clock, signInAs, close };
}

const databaseName = () => `yike_${process.env["JEST_WORKER_ID"] ?? "0"}_${randomBytes(6).toString("hex")}`;

function testEnv(overrides: Partial<Env> = {}): Env {
  const key = randomBytes(32).toString("base64");
  return {
    ...readEnv({ NODE_ENV: "test", FIELD_KEYS: `test:${key}`, INDEX_KEY: randomBytes(32).toString("base64") }),
    ...overrides,
  };
}
