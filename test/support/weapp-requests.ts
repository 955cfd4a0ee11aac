import type { HeadlessWx, WxOption } from "./weapp-abilities";

/** Sends what the app asks for to a real server and gives its answer back unchanged; collects what was asked. */
export function pipeRequests(wx: HeadlessWx, address: string): readonly string[] {
  const asked: string[] = [];
  wx.request = (option) => {
    asked.push(`${option.method} ${option.url}`);
    const leaving = new AbortController();
    void send(option, { address, signal: leaving.signal });
    return { abort: () => leaving.abort() };
  };
  return asked;
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
