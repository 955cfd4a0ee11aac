/** One error a person can meet: the HTTP status it travels with and the plain sentence that says what happened. */
export interface ErrorDefinition {
  readonly status: number;
  /** Chinese, for the screen: what happened and, where it helps, what to do next. */
  readonly text: string;
}

/** Codes every endpoint may answer with. A domain adds its own in its contract; no other code ever leaves the server. */
export const commonErrors = {
  malformed: { status: 400, text: "这次请求没有发对，请重试一次" },
  key_required: { status: 400, text: "这次请求没有发对，请重试一次" },
  sign_in_required: { status: 401, text: "请先登录" },
  forbidden: { status: 403, text: "这件事您这里办不了，可以打电话问照护点" },
  consent_required: { status: 403, text: "要先征得同意才能办" },
  not_found: { status: 404, text: "没有找到，可能已经不在了" },
  state_changed: { status: 409, text: "情况刚刚有变化，请再看一眼" },
  in_progress: { status: 409, text: "正在办，请稍等一下" },
  too_large: { status: 413, text: "内容太长了，请减少一些" },
  file_too_large: { status: 413, text: "文件太大了，请换一个小一点的" },
  json_only: { status: 415, text: "这次请求没有发对，请重试一次" },
  file_only: { status: 415, text: "这次请求没有发对，请重试一次" },
  invalid_request: { status: 422, text: "有一项没有填对，请看一看" },
  key_reused: { status: 422, text: "这次请求和上一次对不上，请退回重来" },
  slow_down: { status: 429, text: "试得太快了，请等一会儿再来" },
  internal: { status: 500, text: "我们这边出了问题，请稍后再试，或者打电话" },
  try_again: { status: 503, text: "现在人多，请稍等一会儿再试" },
} as const satisfies Record<string, ErrorDefinition>;

export type CommonErrorCode = keyof typeof commonErrors;

/** One refused field: `path` in dots ("dishes.0.name"), `message` for developers. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** The one shape of every refusal on the wire. */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly fields?: readonly FieldError[];
    /** What the person already holds, when that is why she was refused (`already_booked`). */
    readonly existing?: string;
    readonly requestId: string;
  };
}
