import type { WxOption } from "./weapp-abilities";

interface Piped {
  /** Every request that left the phone, such as `GET /api/meals/overview`, and when by the computer's running clock. */
  readonly asked: readonly { readonly what: string; readonly at: number }[];
  /** How many have no answer yet. */
  readonly waiting: () => number;
}

/** Sends what the app asks for to a real server and gives its answer back unchanged. */
export function pipeRequests(wx: { request: (option: WxOption) => unknown }, address: string): Piped {
  const asked: { what: string; at: number }[] = [];
  let waiting = 0;
  wx.request = (option) => {
    asked.push({ what: `${option.method} ${option.url}`, at: performance.now() });
    waiting += 1;
    const leaving = new AbortController();
    void send(option, { address, signal: leaving.signal }).finally(() => (waiting -= 1));
    return { abort: () => leaving.abort() };
  };
  return { asked, waiting: () => waiting };
}

async function send(option: WxOption, { address, signal }: { address: string; signal: AbortSignal }): Promise<void> {
  const { url, method, header, data } = option;
  try {
    const body = method === "GET" ? {} : { body: JSON.stringify(data) };
    const reply = await fetch(`${address}${url}`, { method, headers: header, signal, ...body });
    const answered = Object.fromEntries(reply.headers);
    option.success({ statusCode: reply.status, data: await reply.json(), header: answered, errMsg: "request:ok" });
  } catch (error) {
    option.fail({ errMsg: `request:fail ${(error as Error).message}` });
  }
}
