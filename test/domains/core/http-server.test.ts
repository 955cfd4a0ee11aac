import { once } from "node:events";
import { request, type IncomingMessage, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import { listen, stopListening } from "@server/core/http/listen";

/** Sends raw bytes, gives back everything until the server hangs up. */
async function exchange(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk.toString()));
  socket.write(text);
  await once(socket, "close");
  return answer;
}

describe("the HTTP server", () => {
  let server: Server;
  const portOf = () => (server.address() as AddressInfo).port;
  afterEach(async () => {
    server.closeAllConnections();
    if (server.listening) await stopListening(server, { graceMs: 10 });
  });

  test("checks slow callers each second, with limits of seconds", async () => {
    server = await listen({ handler: (_, response) => response.end("ok"), port: 0, host: "127.0.0.1" });
    expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000, maxRequestsPerSocket: 1_000 });
    expect(server.maxConnections).toBeGreaterThan(500);
  });

  test.each([
    ["headers over 8 KB", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(9_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ["10,000 header lines", `GET / HTTP/1.1\r\nHost: a\r\n${"a: b\r\n".repeat(10_000)}\r\n`, /^HTTP\/1\.1 431 /],
    [
      "both a length and chunks",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      /^HTTP\/1\.1 400 /,
    ],
    [
      "two lengths",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
      /^HTTP\/1\.1 400 /,
    ],
    ["no HTTP at all", "hello\r\n\r\n", /^HTTP\/1\.1 400 /],
  ])("%s", async (_, text, status) => {
    server = await listen({ handler: (_request, response) => response.end("ok"), port: 0, host: "127.0.0.1" });
    expect(await exchange(portOf(), text)).toMatch(status);
  });

  test("a taken port is an error with its code", async () => {
    server = await listen({ handler: () => undefined, port: 0, host: "127.0.0.1" });
    await expect(listen({ handler: () => undefined, port: portOf(), host: "127.0.0.1" })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });

  test("stopping lets a request under way finish, takes no new one and does not wait for idle connections", async () => {
    let release: () => void = () => undefined;
    const isHeld = new Promise<void>((settle) => (release = settle));
    server = await listen({
      handler: (_, response) => void isHeld.then(() => response.end("done")),
      port: 0,
      host: "127.0.0.1",
    });
    const port = portOf();
    const idle = connect(port, "127.0.0.1");
    await once(idle, "connect");
    const underWay = request({ port, host: "127.0.0.1", headers: { Connection: "keep-alive" } }).end();
    const answered = once(underWay, "response");
    await once(server, "request");
    const stopped = stopListening(server, { graceMs: 5_000 });
    const late = connect(port, "127.0.0.1");
    await expect(once(late, "connect")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    release();
    const [response] = (await answered) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    response.resume();
    const start = performance.now();
    await stopped;
    expect(performance.now() - start).toBeLessThan(2_000);
    idle.destroy();
  });

  test("what outlasts the grace period is cut off", async () => {
    server = await listen({ handler: () => undefined, port: 0, host: "127.0.0.1" });
    const hanging = request({ port: portOf(), host: "127.0.0.1" }).end();
    const cut = once(hanging, "error");
    await once(server, "request");
    await stopListening(server, { graceMs: 50 });
    expect((await cut)[0]).toMatchObject({ code: "ECONNRESET" });
  });
});
