import { database } from "@server/core/db/connect";
import type { Deps } from "@server/core/deps";
import { benchDeps, benchSettings } from "./bench-deps";
import { openBenchDatabase } from "./bench-database";
import { startServer, type BenchServer } from "./bench-server";
import type { Effort } from "./compare";
import { measureColdStart } from "./cold-start";
import { countCommands, weighLists } from "./exact-counts";
import type { Figure } from "./figure";
import { measureHotDish } from "./hot-dish";
import { ourBooking, ourCheckIn, ourReads } from "./jobs";
import { installPeer, measurePeers } from "./measure-peers";
import { measureRoutes } from "./measure-routes";
import { chooseMetric } from "./metric";
import { measureMixed } from "./mixed-requests";
import { measureOpeningRush } from "./opening-rush";
import { seedWorld, type BenchWorld } from "./seed";

interface BenchEffort extends Effort {
  /** People who book. */
  readonly crowd: number;
  /** Who all want the one hot dish. */
  readonly callers: number;
  /** Requests of every kind, one after the other. */
  readonly mixed: number;
  /** Portions of each of the 100 canteens of the opening rush. */
  readonly rushEach: number;
}

interface Measuring {
  readonly effort: BenchEffort;
  /** Other people's servers as well. */
  readonly withPeers: boolean;
  readonly say: (line: string) => void;
}

const COUNTERS = 50;

/** Starts database and servers, measures one thing after the other and leaves nothing behind. */
export async function measureServers({ effort, withPeers, say }: Measuring) {
  const closers: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  const start = async (name: string, program: string, env: Readonly<Record<string, string>>) => {
    const server = await startServer({ name, program, env });
    closers.push(server.stop);
    return server;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void closeAll().then(() => process.exit(1)));
  try {
    const { uri, engine, drop } = await openBenchDatabase();
    closers.push(drop);
    const settings = benchSettings(uri);
    const deps = await benchDeps(settings);
    const world = await seedWorld(deps, { crowd: effort.crowd, waitingEach: Math.ceil(effort.amount / COUNTERS) });
    say(`${engine}; ${await database().collection("portions").countDocuments()} portions seeded`);
    const counting = await start("counting", "server/main.ts", { ...settings, MONGODB_URI: monitored(uri) });
    const exact = await measureExactly({ deps, world, counting });
    await counting.stop();
    say("commands and bytes counted");
    const ours = await start("ours", "server/main.ts", settings);
    const bare = await start("bare", "test/bench/bare/server.ts", { MONGODB_URI: uri });
    const emptyKoa = await start("bare Koa", "test/bench/bare/empty-koa.ts", {});
    const metric = chooseMetric();
    const routes = await measureRoutes({ deps, world, metric, ours, bare, emptyKoa, effort, say });
    const hotDish = await measureHotDish({ deps, world, ours, bare, rounds: effort.rounds, callers: effort.callers });
    say("P-B5 measured");
    const rush = await measureOpeningRush({ deps, world, ours, portionsEach: effort.rushEach });
    say("opening rush measured");
    const mixed = await measureMixed({ server: ours, world, amount: effort.mixed });
    const cold = await measureColdStart(() => start("cold", "server/main.ts", settings), effort.rounds);
    say("P-B10, P-B12 measured");
    const trimmed = withPeers ? await start("ours, trimmed", "test/bench/peers/trimmed.ts", settings) : null;
    const startPeer = async (name: string) => {
      await installPeer(name);
      return start(name, `test/bench/peers/${name}/server.mjs`, { MONGODB_URI: uri });
    };
    const peers = trimmed ? await measurePeers({ world, metric, effort, trimmed, startPeer, say }) : [];
    return { engine, metric, figures: [...routes, ...peers, ...hotDish, ...exact, ...cold, ...mixed, ...rush] };
  } finally {
    await closeAll();
  }
}

const monitored = (uri: string): string => `${uri}${uri.includes("?") ? "&" : "?"}monitorCommands=true`;

interface Exact {
  readonly deps: Deps;
  readonly world: BenchWorld;
  readonly counting: BenchServer;
}

/** P-B8 and P-B9, where a request more or less changes nothing. */
async function measureExactly({ deps, world, counting: server }: Exact): Promise<Figure[]> {
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
