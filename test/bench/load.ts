import { Agent, request, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";

/** One request, made before the clock runs. */
export interface Shot {
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: object;
}

interface Volley {
  readonly port: number;
  readonly shots: readonly Shot[];
  /** Connections, each with one request under way; performance.md has 8. */
  readonly connections?: number;
  /** Statuses that are right answers. */
  readonly allowed?: readonly number[];
}

export interface Volleyed {
  readonly seconds: number;
  /** How often each status came. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Milliseconds of each answer, ascending. */
  readonly latencies: readonly number[];
}

/**
 * Sends a fixed number of requests over connections that stay open, a next one as soon as one is answered.
 * @throws Error with the answer's text when a status is not among the allowed
 */
export async function fire({ port, shots, connections = 8, allowed = [200, 201] }: Volley): Promise<Volleyed> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses = new Map<number, number>();
  const latencies: number[] = [];
  const waiting = shots.values();
  const work = async () => {
    for (const shot of waiting) {
      const begun = performance.now();
      const { status, body } = await send({ agent, port, shot });
      latencies.push(performance.now() - begun);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (!allowed.includes(status)) throw new Error(`${shot.path} was answered ${status}: ${body.slice(0, 300)}`);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, work)).finally(() => agent.destroy());
  return {
    seconds: (performance.now() - begun) / 1_000,
    statuses,
    latencies: latencies.sort((a, b) => a - b),
  };
}

interface Sending {
  readonly agent: Agent;
  readonly port: number;
  readonly shot: Shot;
}

const send = ({ agent, port, shot: { path, headers = {}, body } }: Sending) =>
  new Promise<{ status: number; body: string }>((done, failed) => {
    const payload = body && JSON.stringify(body);
    const about = payload && { "content-type": "application/json", "content-length": Buffer.byteLength(payload) };
    const outgoing = request(
      {
        ...{ agent, port, path, host: "127.0.0.1", method: payload ? "POST" : "GET" },
        headers: { ...headers, ...about },
      },
      (incoming: IncomingMessage) => {
        text(incoming).then((read) => done({ status: incoming.statusCode ?? 0, body: read }), failed);
      },
    );
    outgoing.on("error", failed);
    outgoing.end(payload);
  });
