import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { interfaces, reply, type DeliveredMessage, type FakeState } from "./wechat-fake-interfaces";

/** A stand-in for WeChat's servers. */
export interface WechatFake {
  /** For `WECHAT_API_ORIGIN`. */
  readonly origin: string;
  readonly appId: string;
  readonly secret: string;
  /** Every session key it gave away, so that a test can look for them where they must not be. */
  readonly sessionKeys: readonly string[];
  /** What it delivered, in order. */
  readonly messages: readonly DeliveredMessage[];
  /** Makes the access token invalid before its time, as another program that asks for one of the old kind would. */
  killToken(): void;
  /** Answers nothing at all from now on, or again as usual. */
  setDown(isDown: boolean): void;
  stop(): Promise<void>;
}

const APP_ID = "wxfake0000000000";
const SECRET = "fake-secret";

/**
 * Starts a small server on loopback that speaks `jscode2session`, `stable_token`, `getuserphonenumber` and
 * `message/subscribe/send` as WeChat does, errors included. A code `person-<who>-<anything>` belongs to that person, any
 * other to one visitor; each is good once.
 */
export async function startWechatFake(): Promise<WechatFake> {
  const state: FakeState = {
    appId: APP_ID,
    secret: SECRET,
    sessionKeys: [],
    messages: [],
    usedCodes: new Set(),
    token: newToken(),
    isDown: false,
  };
  const server = createServer((request, response) => void serve({ request, response, state }));
  await new Promise<void>((started) => server.listen(0, "127.0.0.1", started));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((stopped) => {
      server.close(() => stopped());
      server.closeAllConnections();
    });
  return {
    origin: `http://127.0.0.1:${port}`,
    appId: APP_ID,
    secret: SECRET,
    sessionKeys: state.sessionKeys,
    messages: state.messages,
    killToken: () => (state.token = newToken()),
    setDown: (isDown) => (state.isDown = isDown),
    stop,
  };
}

const newToken = () => `token-${randomBytes(8).toString("hex")}`;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly state: FakeState;
}

async function serve({ request, response, state }: Exchange): Promise<void> {
  if (state.isDown) return void response.destroy();
  const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://127.0.0.1");
  const known = interfaces[`${request.method ?? ""} ${pathname}`];
  if (!known) {
    reply(response, { errcode: 43001, errmsg: "require another method" });
    return;
  }
  known({ query, body: await readJson(request), response, state });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? {} : (JSON.parse(text) as unknown);
}
