/** What WeChat tells about the person behind a `wx.login` code. The session key it also sends never leaves the port. */
export interface WechatIdentity {
  readonly openid: string;
  readonly unionid?: string;
}

/** One subscription message, for which its reader has given leave by a tap. */
export interface WechatMessage {
  readonly openid: string;
  /** Of the mini-program's console. */
  readonly templateId: string;
  /** Page of the mini-program that a tap on the message opens, with its query. */
  readonly page: string;
  /** The template's keywords, such as `{ thing1: "午饭" }`. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * - `invalid_code`: a code of `wx.login` or of the phone button is wrong, used or too old.
 * - `refused`: the reader gave no leave for this message, or took it back.
 * - `rate_limited`, `unavailable`: trying again later makes sense.
 * - `misconfigured`: templates or pages are not as the console has them; trying again is of no use.
 */
export type WechatErrorKind = "invalid_code" | "refused" | "rate_limited" | "unavailable" | "misconfigured";

/** WeChat's refusal or silence, told apart by kind. */
export class WechatError extends Error {
  readonly kind: WechatErrorKind;

  constructor(kind: WechatErrorKind, options?: ErrorOptions) {
    super(kind, options);
    this.name = "WechatError";
    this.kind = kind;
  }
}

/** The door to WeChat's servers; in tests and the demo the other side is a fake. */
export interface WechatPort {
  /** Exchanges a single-use code. @throws WechatError */
  exchangeCode(code: string): Promise<WechatIdentity>;
  /** Exchanges the single-use code of the phone button for the verified mainland number, 11 digits. @throws WechatError */
  exchangePhoneCode(code: string): Promise<string>;
  /** Hands a subscription message over; it may arrive twice when the answer was lost. @throws WechatError */
  sendMessage(message: WechatMessage): Promise<void>;
}
