/** What WeChat tells about the person behind a `wx.login` code. The session key it also sends never leaves the port. */
export interface WechatIdentity {
  readonly openid: string;
  readonly unionid?: string;
}

export type WechatErrorKind = "invalid_code" | "rate_limited" | "unavailable";

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
}
