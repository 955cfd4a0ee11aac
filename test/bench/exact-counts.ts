import { request, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { BenchServer } from "./bench-server";
import type { Contestant } from "./compare";
import type { Figure } from "./figure";
import { fire, type Shot } from "./load";

/** Requests whose commands are counted, one after the other. */
const COUNTED = 20;
const LIST_BYTES = 6 * 1024;

interface Budget {
  readonly what: string;
  readonly job: Contestant;
  /** Commands of rule 10. */
  readonly commands: number;
}

/** P-B8: the most commands that one of twenty requests sent, sessions cached; its server counts them. */
export async function countCommands(budgets: readonly Budget[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { what, job, commands } of budgets) {
    const shots = await job.shots(COUNTED);
    const sent: number[] = [];
    for (const shot of shots) {
      const before = await job.server.ask();
      await fire({ port: job.server.port, shots: [shot] });
      sent.push((await job.server.ask()).commands - before.commands);
    }
    await job.after?.();
    // The first may still bring names into a cache that lives a minute.
    const most = Math.max(...sent.slice(1));
    figures.push({ id: "P-B8", what: `commands, ${what}`, unit: "", values: [most], limit: commands });
  }
  return figures;
}

/** P-B9: what a list of twenty weighs on the wire with gzip, and what is left of it while its ETag holds. */
export async function weighLists(
  server: BenchServer,
  lists: Readonly<Record<string, Shot>>,
  limit = LIST_BYTES,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, { path, headers = {} }] of Object.entries(lists)) {
    const whole = await read(server, path, { ...headers, "accept-encoding": "gzip" });
    const again = await read(server, path, { ...headers, "if-none-match": whole.headers.etag ?? "" });
    const isGzip = whole.headers["content-encoding"] === "gzip";
    const body = isGzip ? whole.bytes : NaN;
    const leftOver = again.status === 304 ? again.bytes : NaN;
    figures.push(
      { id: "P-B9", what: `${what}, gzip`, unit: "bytes", values: [body], limit },
      { id: "P-B9", what: `${what}, 304`, unit: "bytes", values: [leftOver], limit: 0 },
    );
  }
  return figures;
}

async function read({ port }: BenchServer, path: string, headers: object) {
  const outgoing = request({ port, path, host: "127.0.0.1", headers: { ...headers } });
  outgoing.end();
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  const { length: bytes } = await buffer(incoming);
  const { headers: answered } = incoming as { headers: IncomingHttpHeaders };
  return { status: incoming.statusCode ?? 0, headers: answered, bytes };
}
