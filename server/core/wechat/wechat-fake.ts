import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A stand-in for WeChat's servers. */
export interface WechatFake {
  /** For `WECHAT_API_ORIGIN`. */
  readonly origin: string;
  readonly appId: string;
  readonly secret: string;
  /** Every session key it gave away, so that a test can look for them where they must not be. */
  readonly sessionKeys: readonly string[];
  stop(): Promise<void>;
}

const APP_ID = "wxfake0000000000";
const SECRET = "fake-secret";
const HUGE_BYTES = 2 * 1024 * 1024;

/** What the code begins with decides the answer; see WeChat's list of `jscode2session` errors. */
const REFUSALS: Readonly<Record<string, { readonly errcode: number; readonly errmsg: string }>> = {
  bad: { errcode: 40029, errmsg: "invalid code" },
  risky: { errcode: 40226, errmsg: "code blocked" },
  often: { errcode: 45011, errmsg: "api minute-quota reach limit" },
  busy: { errcode: -1, errmsg: "system error" },
};
const ODDITIES: Readonly<Record<string, (response: ServerResponse) => void>> = {
  slow: () => undefined,
  broken: (response) => response.end('{"openid":"oBroken'),
  nobody: (response) => answer(response, { session_key: "nobody" }),
  list: (response) => answer(response, []),
  huge: (response) => response.end(" ".repeat(HUGE_BYTES)),
  moved: (response) => response.writeHead(302, { Location: "/elsewhere" }).end(),
};

/**
 * Starts a small server on loopback that speaks `GET /sns/jscode2session` as WeChat does, errors included. A code
 * `person-<who>-<anything>` belongs to that person, any other to one visitor; each is good once.
 */
export async function startWechatFake(): Promise<WechatFake> {
  const sessionKeys: string[] = [];
  const usedCodes = new Set<string>();
  const server = createServer((request, response) => serve({ request, response, usedCodes, sessionKeys }));
  await new Promise<void>((started) => server.listen(0, "127.0.0.1", started));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((stopped) => {
      server.close(() => stopped());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, appId: APP_ID, secret: SECRET, sessionKeys, stop };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly usedCodes: Set<string>;
  readonly sessionKeys: string[];
}

function serve({ request, response, usedCodes, sessionKeys }: Exchange): void {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const code = url.searchParams.get("js_code") ?? "";
  const [prefix = ""] = code.split("-");
  const refusal = refusalOf({ request, url }) ?? REFUSALS[prefix];
  if (refusal) return answer(response, refusal);
  const oddity = ODDITIES[prefix];
  if (oddity) return oddity(response);
  if (usedCodes.has(code)) return answer(response, { errcode: 40163, errmsg: "code been used" });
  usedCodes.add(code);
  const sessionKey = randomBytes(16).toString("base64");
  sessionKeys.push(sessionKey);
  answer(response, { openid: openidOf(code), session_key: sessionKey });
}

function refusalOf({ request, url }: { request: IncomingMessage; url: URL }) {
  const { searchParams } = url;
  if (request.method !== "GET" || url.pathname !== "/sns/jscode2session")
    return { errcode: 43001, errmsg: "require GET" };
  if (searchParams.get("appid") !== APP_ID) return { errcode: 40013, errmsg: "invalid appid" };
  if (searchParams.get("secret") !== SECRET) return { errcode: 40125, errmsg: "invalid appsecret" };
  if (searchParams.get("grant_type") !== "authorization_code") return { errcode: 40002, errmsg: "invalid grant_type" };
  return undefined;
}

function openidOf(code: string): string {
  const [prefix, who] = code.split("-");
  const person = prefix === "person" && who ? who : "visitor";
  return `o${createHash("sha256").update(person).digest("base64url").slice(0, 27)}`;
}

function answer(response: ServerResponse, body: unknown): void {
  // WeChat labels its JSON as text.
  response.writeHead(200, { "Content-Type": "text/plain" }).end(JSON.stringify(body));
}
