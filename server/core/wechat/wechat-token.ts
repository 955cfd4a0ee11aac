import * as z from "zod/mini";
import { askWechat, because, throwRefusal, type WechatOptions } from "./ask-wechat";
import { WechatError } from "./wechat-port";

const Answer = z.object({
  access_token: z.optional(z.string().check(z.minLength(1), z.maxLength(1024))),
  errcode: z.optional(z.int()),
});

/** Invalid, or run out. */
const DEAD_TOKEN = new Set([40_001, 40_014, 42_001]);

/** Calls an interface with an access token; `errcode` of its answer says whether the token was dead. */
export type WithToken = <Reply extends { readonly errcode?: number | undefined }>(
  call: (token: string) => Promise<Reply>,
) => Promise<Reply>;

/**
 * Keeps WeChat's access token for the calls that need one. `stable_token` gives every process the same living token, so
 * that two of them never make each other's invalid; one that died before its time is asked for anew, once a call.
 */
export function createTokenHolder({ appId, secret, apiOrigin, withinMs }: WechatOptions): WithToken {
  let held: Promise<string> | null = null;
  const fetchToken = async (): Promise<string> => {
    const url = new URL("/cgi-bin/stable_token", apiOrigin);
    const body = { grant_type: "client_credential", appid: appId, secret, force_refresh: false };
    const { access_token: token, errcode } = await askWechat({ url, body, answer: Answer, withinMs });
    throwRefusal(errcode);
    if (token === undefined) throw new WechatError("unavailable", because("no_token"));
    return token;
  };
  const token = (): Promise<string> => {
    held ??= fetchToken();
    // A question that failed is not an answer to keep.
    held.catch(() => (held = null));
    return held;
  };
  return async (call) => {
    const reply = await call(await token());
    if (!DEAD_TOKEN.has(reply.errcode ?? 0)) return reply;
    held = null;
    return call(await token());
  };
}
