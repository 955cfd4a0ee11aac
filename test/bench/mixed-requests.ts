import type { BenchServer } from "./bench-server";
import type { Figure } from "./figure";
import { ourBooking, ourReads } from "./jobs";
import { fire } from "./load";
import type { BenchWorld } from "./seed";

const SECONDS = 60;

interface Mixing {
  readonly server: BenchServer;
  readonly world: BenchWorld;
  /** Requests in all; a quarter of each kind. */
  readonly amount: number;
}

/** P-B12: the empty route, lists and bookings in turn, with driver, server and database on the same cores. */
export async function measureMixed({ server, world, amount }: Mixing): Promise<Figure[]> {
  const { empty, myBookings, nearest } = ourReads({ server, world });
  const booking = ourBooking({ server, world });
  const kinds = [empty, myBookings, nearest, booking];
  const each = Math.floor(amount / kinds.length);
  const byKind = await Promise.all(kinds.map(({ shots }) => shots(each)));
  const shots = Array.from({ length: each }, (_, at) => byKind.flatMap((some) => some.slice(at, at + 1))).flat();
  const { seconds, latencies } = await fire({ port: server.port, shots });
  await booking.after?.();
  const median = latencies[latencies.length >> 1] ?? NaN;
  const what = `${shots.length} mixed requests, everything on these cores`;
  const note = `median answer ${median.toFixed(1)} ms over 8 connections`;
  return [{ id: "P-B12", what, unit: "s", values: [seconds], limit: SECONDS, gates: false, note }];
}
