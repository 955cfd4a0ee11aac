import { join } from "node:path";
import { root } from "../../config/aliases.js";
import { runQuietly } from "../../config/run-quietly.js";
import type { BenchServer } from "./bench-server";
import { compare, type Contestant, type Effort } from "./compare";
import type { Figure } from "./figure";
import { bareJobs, ourBooking, ourReads } from "./jobs";
import type { Metric } from "./metric";
import type { BenchWorld } from "./seed";

/** Each has a folder below `peers` with its own packages. */
export const PEERS = ["koa", "express", "nest"] as const;
/** P-B7: ours must be cheaper than it on both reads and the booking. */
const TO_BEAT = "nest";

interface Peers {
  readonly world: BenchWorld;
  readonly metric: Metric;
  readonly effort: Effort;
  /** Ours without log, headers and limits by address. */
  readonly trimmed: BenchServer;
  readonly startPeer: (name: string) => Promise<BenchServer>;
  readonly say: (line: string) => void;
}

/**
 * Installs a peer's packages into its own folder, as its lock file says.
 * @throws Error with a sentence when they cannot be had
 */
export async function installPeer(name: string): Promise<void> {
  const words = ["ci", "--prefix", join(root, "test/bench/peers", name), "--no-audit", "--no-fund"];
  const { passed } = await runQuietly("npm", words);
  if (!passed) throw new Error(`The packages of the peer ${name} could not be installed: is the registry away?`);
}

/** P-B7: ours ÷ each peer on both reads and the booking. */
export async function measurePeers({ world, metric, effort, trimmed, startPeer, say }: Peers): Promise<Figure[]> {
  const { myBookings, nearest } = ourReads({ server: trimmed, world });
  const booking = ourBooking({ server: trimmed, world });
  const figures: Figure[] = [];
  for (const name of PEERS) {
    const server = await startPeer(name);
    const theirs = bareJobs({ server, world });
    const jobs: [string, Contestant, Contestant][] = [
      ["my 20 bookings", myBookings, theirs.myBookings],
      ["20 nearest", nearest, theirs.nearest],
      ["book", booking, theirs.booking],
    ];
    for (const [what, ours, reference] of jobs) {
      const { ratios } = await compare({ metric, ours, reference, ...effort });
      const limit = name === TO_BEAT ? { limit: 1, gates: metric.gates } : {};
      const figure = { id: "P-B7", what: `${what} ÷ ${name}, both without log and limits`, unit: "×", values: ratios };
      figures.push({ ...figure, ...limit });
    }
    await server.stop();
    say(`P-B7 ${name} measured`);
  }
  return figures;
}
