import { requestOutside } from "../outbound/request-outside";
import type { SmsPort } from "./sms-port";

interface SmsOptions {
  readonly gatewayUrl: string;
  readonly token: string;
  /** Longest wait for an answer, milliseconds. */
  readonly withinMs?: number;
}

/** A message gateway that takes `POST { phone, text }` as JSON with a bearer token and answers 2xx once it took it. */
export const createSmsHttp = ({ gatewayUrl, token, withinMs }: SmsOptions): SmsPort => ({
  send: async ({ phone, text }) => {
    const { status } = await requestOutside({
      url: new URL(gatewayUrl),
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ phone, text }),
      ...(withinMs === undefined ? {} : { withinMs }),
    });
    if (status < 200 || status > 299) throw Object.assign(new Error("the gateway refused"), { code: status });
  },
});
