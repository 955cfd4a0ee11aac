import type { Deps } from "@server/core/deps";
import type { BenchServer } from "./bench-server";
import { countCommands, weighLists } from "./exact-counts";
import type { Figure } from "./figure";
import { ourBooking, ourCheckIn, ourReads } from "./jobs";
import type { BenchWorld } from "./seed";

interface Exact {
  readonly deps: Deps;
  readonly world: BenchWorld;
  readonly counting: BenchServer;
}

/** P-B8 and P-B9, where a request more or less changes nothing. */
export async function measureExactly({ deps, world, counting: server }: Exact): Promise<Figure[]> {
  const { empty, myBookings, nearest } = ourReads({ server, world });
  const commands = await countCommands([
    { what: "empty route", job: empty, commands: 0 },
    { what: "my 20 bookings", job: myBookings, commands: 1 },
    { what: "20 nearest", job: nearest, commands: 1 },
    { what: "book, no subsidy", job: ourBooking({ server, world }), commands: 2 },
    { what: "check-in by picture", job: ourCheckIn({ server, world, deps }), commands: 3 },
  ]);
  const [mine] = await myBookings.shots(1);
  const [near] = await nearest.shots(1);
  const lists = { ...(mine && { "my 20 bookings": mine }), ...(near && { "20 nearest": near }) };
  return [...commands, ...(await weighLists(server, lists))];
}
