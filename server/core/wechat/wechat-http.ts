import * as z from "zod/mini";
import { requestOutside } from "../outbound/request-outside";
import { WechatError, type WechatErrorKind, type WechatPort } from "./wechat-port";

/** What `jscode2session` answers. Its `session_key` is not even named here, so it can neither be kept nor logged. */
const Answer = z.object({
  openid: z.optional(z.string().check(z.regex(/^[\w-]{6,64}$/))),
  unionid: z.optional(z.string().check(z.regex(/^[\w-]{6,64}$/))),
  errcode: z.optional(z.int()),
});
type Answer = z.infer<typeof Answer>;

/** WeChat's codes: invalid, blocked as risky, used before; called too often. Any other is a trouble of WeChat or ours. */
const KINDS: Readonly<Record<number, WechatErrorKind>> = {
  40029: "invalid_code",
  40163: "invalid_code",
  40226: "invalid_code",
  45011: "rate_limited",
};

interface WechatOptions {
  readonly appId: string;
  readonly secret: string;
  /** Such as `https://api.weixin.qq.com`. */
  readonly apiOrigin: string;
  /** Longest wait for an answer, milliseconds. */
  readonly withinMs?: number;
}

/** WeChat's own servers, asked over HTTP. Never retried: a code is good for one exchange. */
export const createWechatHttp = ({ appId, secret, apiOrigin, withinMs }: WechatOptions): WechatPort => ({
  exchangeCode: async (code) => {
    const url = new URL("/sns/jscode2session", apiOrigin);
    url.search = new URLSearchParams({
      appid: appId,
      secret,
      js_code: code,
      grant_type: "authorization_code",
    }).toString();
    const { openid, unionid, errcode } = await ask({ url, withinMs });
    if (errcode !== undefined && errcode !== 0)
      throw new WechatError(KINDS[errcode] ?? "unavailable", because(errcode));
    if (openid === undefined) throw new WechatError("unavailable", because("no_openid"));
    return { openid, ...(unionid === undefined ? {} : { unionid }) };
  },
});

async function ask({ url, withinMs }: { url: URL; withinMs: number | undefined }): Promise<Answer> {
  try {
    const { text } = await requestOutside({ url, ...(withinMs === undefined ? {} : { withinMs }) });
    return Answer.parse(JSON.parse(text));
  } catch (error) {
    // The original error may quote the answer, and with it the session key: only its name goes on.
    throw new WechatError("unavailable", because((error as Error).name));
  }
}

/** A cause whose `code` the log shows. */
const because = (code: string | number): ErrorOptions => ({ cause: Object.assign(new Error("wechat"), { code }) });
