import type * as z from "zod/mini";
import { requestOutside } from "../outbound/request-outside";
import { WechatError, type WechatErrorKind } from "./wechat-port";

/** WeChat's codes by what they mean here. Any other is a trouble of WeChat or ours, and may pass. */
const KINDS: Readonly<Record<number, WechatErrorKind>> = {
  40029: "invalid_code",
  40163: "invalid_code",
  40226: "invalid_code",
  43101: "refused",
  45009: "rate_limited",
  45011: "rate_limited",
  40003: "misconfigured",
  40037: "misconfigured",
  41030: "misconfigured",
  47003: "misconfigured",
};

/** Which mini-program asks, and whom. */
export interface WechatOptions {
  readonly appId: string;
  readonly secret: string;
  /** Such as `https://api.weixin.qq.com`. */
  readonly apiOrigin: string;
  /** Longest wait for an answer, milliseconds. */
  readonly withinMs?: number;
}

interface Question<Schema extends z.ZodMiniType> {
  readonly url: URL;
  /** Sent as JSON by POST; without, the question is a GET. */
  readonly body?: object;
  readonly answer: Schema;
  readonly withinMs: number | undefined;
}

/** Asks one of WeChat's interfaces. @throws WechatError `unavailable` when it did not answer, or not as it should */
export async function askWechat<Schema extends z.ZodMiniType>(question: Question<Schema>): Promise<z.output<Schema>> {
  const { url, body, answer, withinMs } = question;
  try {
    const { text } = await requestOutside({
      url,
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body), headers: JSON_BODY }),
      ...(withinMs === undefined ? {} : { withinMs }),
    });
    return answer.parse(JSON.parse(text));
  } catch (error) {
    // The original error may quote the answer, and with it keys and numbers: only its name goes on.
    throw new WechatError("unavailable", because((error as Error).name));
  }
}

const JSON_BODY = { "Content-Type": "application/json" };

/** Throws what an `errcode` other than 0 means. */
export function throwRefusal(errcode: number | undefined): void {
  if (errcode !== undefined && errcode !== 0) throw new WechatError(KINDS[errcode] ?? "unavailable", because(errcode));
}

/** A cause whose `code` the log shows. */
export const because = (code: string | number): ErrorOptions => ({
  cause: Object.assign(new Error("wechat"), { code }),
});
