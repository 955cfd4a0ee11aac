import { createHash, randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";

/** A message as WeChat would have shown it. */
export interface DeliveredMessage {
  readonly touser: string;
  readonly template_id: string;
  readonly page: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

/** What the stand-in remembers. */
export interface FakeState {
  readonly appId: string;
  readonly secret: string;
  readonly sessionKeys: string[];
  readonly messages: DeliveredMessage[];
  readonly usedCodes: Set<string>;
  token: string;
  isDown: boolean;
}

interface Question {
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly response: ServerResponse;
  readonly state: FakeState;
}

const HUGE_BYTES = 2 * 1024 * 1024;
const TOKEN_SECONDS = 7200;

/** What the code begins with decides the answer; see WeChat's list of `jscode2session` errors. */
const REFUSALS: Readonly<Record<string, { readonly errcode: number; readonly errmsg: string }>> = {
  bad: { errcode: 40029, errmsg: "invalid code" },
  risky: { errcode: 40226, errmsg: "code blocked" },
  often: { errcode: 45011, errmsg: "api minute-quota reach limit" },
  busy: { errcode: -1, errmsg: "system error" },
  refused: { errcode: 43101, errmsg: "user refuse to accept the msg" },
  wrong: { errcode: 40037, errmsg: "invalid template_id" },
};
const ODDITIES: Readonly<Record<string, (response: ServerResponse) => void>> = {
  slow: () => undefined,
  broken: (response) => response.end('{"openid":"oBroken'),
  nobody: (response) => reply(response, { session_key: "nobody" }),
  list: (response) => reply(response, []),
  huge: (response) => response.end(" ".repeat(HUGE_BYTES)),
  moved: (response) => response.writeHead(302, { Location: "/elsewhere" }).end(),
};

/** The interfaces it speaks, by method and path. */
export const interfaces: Readonly<Record<string, (question: Question) => void>> = {
  "GET /sns/jscode2session": ({ query, response, state }) => {
    const refusal = wrongAccount(query.get("appid"), query.get("secret"), state);
    if (refusal) return reply(response, refusal);
    if (query.get("grant_type") !== "authorization_code") return reply(response, { errcode: 40002 });
    const code = query.get("js_code") ?? "";
    if (isOdd(code, response) || isUsed(code, { response, state })) return;
    const sessionKey = randomBytes(16).toString("base64");
    state.sessionKeys.push(sessionKey);
    reply(response, { openid: openidOf(code), session_key: sessionKey });
  },

  "POST /cgi-bin/stable_token": ({ body, response, state }) => {
    const { appid, secret } = body as { appid?: string; secret?: string };
    const refusal = wrongAccount(appid, secret, state);
    reply(response, refusal ?? { access_token: state.token, expires_in: TOKEN_SECONDS });
  },

  "POST /wxa/business/getuserphonenumber": ({ query, body, response, state }) => {
    if (isDeadToken(query, { response, state })) return;
    const { code = "" } = body as { code?: string };
    if (isOdd(code, response) || isUsed(code, { response, state })) return;
    // phone-13800138000-1 is the code of that number.
    const purePhoneNumber = code.split("-")[1] ?? "";
    reply(response, { errcode: 0, errmsg: "ok", phone_info: { purePhoneNumber, countryCode: "86" } });
  },

  "POST /cgi-bin/message/subscribe/send": ({ query, body, response, state }) => {
    if (isDeadToken(query, { response, state })) return;
    const message = body as DeliveredMessage;
    if (isOdd(message.template_id, response)) return;
    state.messages.push(message);
    reply(response, { errcode: 0, errmsg: "ok" });
  },
};

function wrongAccount(appId: string | null | undefined, secret: string | null | undefined, state: FakeState) {
  if (appId !== state.appId) return { errcode: 40013, errmsg: "invalid appid" };
  if (secret !== state.secret) return { errcode: 40125, errmsg: "invalid appsecret" };
  return undefined;
}

type Exchange = Pick<Question, "response" | "state">;

function isDeadToken(query: URLSearchParams, { response, state }: Exchange): boolean {
  if (query.get("access_token") === state.token) return false;
  reply(response, { errcode: 40001, errmsg: "invalid credential, access_token is invalid or not latest" });
  return true;
}

/** Answers what a code or template asks for by how it begins. */
function isOdd(code: string, response: ServerResponse): boolean {
  const [prefix = ""] = code.split("-");
  const refusal = REFUSALS[prefix];
  if (refusal) reply(response, refusal);
  const oddity = ODDITIES[prefix];
  oddity?.(response);
  return refusal !== undefined || oddity !== undefined;
}

function isUsed(code: string, { response, state }: Exchange): boolean {
  const isKnown = state.usedCodes.has(code);
  state.usedCodes.add(code);
  if (isKnown) reply(response, { errcode: 40163, errmsg: "code been used" });
  return isKnown;
}

function openidOf(code: string): string {
  const [prefix, who] = code.split("-");
  const person = prefix === "person" && who ? who : "visitor";
  return `o${createHash("sha256").update(person).digest("base64url").slice(0, 27)}`;
}

export function reply(response: ServerResponse, body: unknown): void {
  // WeChat labels its JSON as text.
  response.writeHead(200, { "Content-Type": "text/plain" }).end(JSON.stringify(body));
}
