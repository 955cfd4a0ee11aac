import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createSmsHttp } from "@server/core/sms/sms-http";

interface Received {
  authorization: string | undefined;
  body: unknown;
}

let gateway: Server;
const received: Received[] = [];
const statuses = [202, 500];

beforeAll(async () => {
  gateway = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString()) as unknown,
      });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((started) => gateway.listen(0, "127.0.0.1", started));
});
afterAll(() => void gateway.close());

const send = () => {
  const { port } = gateway.address() as AddressInfo;
  const sms = createSmsHttp({ gatewayUrl: `http://127.0.0.1:${port}/send`, token: "t0ken", withinMs: 1_000 });
  return sms.send({ phone: "13812345678", text: "登录码" });
};

describe("the message gateway", () => {
  test("receives phone and text under the token", async () => {
    await send();
    expect(received).toEqual([{ authorization: "Bearer t0ken", body: { phone: "13812345678", text: "登录码" } }]);
  });

  test("that refuses makes an error with its status, without phone or text", async () => {
    const error: unknown = await send().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 500 });
    expect(String((error as Error).stack)).not.toContain("13812345678");
  });
});
