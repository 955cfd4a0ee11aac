import { once } from "node:events";
import { Agent, createServer, request, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface HttpAnswer {
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly error?: { readonly code: string } };
}

interface HttpCall {
  readonly path: string;
  readonly token: string;
  readonly key: string;
  readonly body: object;
}

export interface HttpClient {
  /** Sends a keyed POST; rejects when the connection ends without an answer. */
  post(call: HttpCall): Promise<HttpAnswer>;
  close(): void;
}

/** A client that keeps its connections, for many requests at once to one port. */
export function httpClient({ port, sockets = 250 }: { port: number; sockets?: number }): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const post = async ({ path, token, key, body }: HttpCall): Promise<HttpAnswer> => {
    const outgoing = request({
      agent,
      port,
      path,
      host: "127.0.0.1",
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "idempotency-key": key, "content-type": "application/json" },
    });
    outgoing.end(JSON.stringify(body));
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    return { status: incoming.statusCode ?? 0, body: JSON.parse(await text(incoming)) };
  };
  return { post, close: () => agent.destroy() };
}

/** Puts the app on a free port. */
export async function listening(handler: RequestListener): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer(handler);
  // Longer than any pause of a test: a connection that ends as it is used again is not what is tested here.
  server.keepAliveTimeout = 120_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { port: (server.address() as AddressInfo).port, close };
}
