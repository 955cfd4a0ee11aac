import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

const SECOND_MS = 1_000;
/** Slow and oversized callers are cut off (reliability.md 5.13); Node's own limits are minutes, checked each 30 s. */
const SERVER_OPTIONS = {
  headersTimeout: 10 * SECOND_MS,
  requestTimeout: 30 * SECOND_MS,
  connectionsCheckingInterval: SECOND_MS,
  keepAliveTimeout: 5 * SECOND_MS,
  maxHeaderSize: 8 * 1024,
};
const MAX_REQUESTS_PER_SOCKET = 1_000;
const MAX_CONNECTIONS = 4_000;
const SWEEP_MS = 50;

interface ListenOptions {
  readonly handler: (request: IncomingMessage, response: ServerResponse) => unknown;
  readonly port: number;
  readonly host: string;
}

/**
 * Listens with tight limits on slow and oversized requests.
 * @throws Error with a `code` such as EADDRINUSE when the address cannot be listened on
 */
export function listen({ handler, port, host }: ListenOptions): Promise<Server> {
  const server = createServer(SERVER_OPTIONS, (request, response) => void handler(request, response));
  server.maxRequestsPerSocket = MAX_REQUESTS_PER_SOCKET;
  server.maxConnections = MAX_CONNECTIONS;
  watchSockets(server);
  return new Promise((settle, fail) => {
    server.once("error", fail);
    server.listen({ port, host }, () => {
      server.off("error", fail);
      settle(server);
    });
  });
}

/**
 * Stops listening and lets requests under way finish; what is still open after the grace period is cut off.
 * @param options grace period in milliseconds
 */
export async function stopListening(server: Server, { graceMs }: { graceMs: number }): Promise<void> {
  // Node closes what is idle only once, and never a connection on which nothing was said yet.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
    for (const socket of openSockets.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy();
  }, SWEEP_MS);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise<void>((settle) => server.close(() => settle()));
  clearInterval(sweep);
  clearTimeout(cut);
}

/** Connections per server; browsers open some in advance and say nothing on them. */
const openSockets = new WeakMap<Server, Set<Socket>>();

function watchSockets(server: Server): void {
  const open = new Set<Socket>();
  openSockets.set(server, open);
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
}
