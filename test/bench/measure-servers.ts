import { today } from "@server/core/clock";
import { database } from "@server/core/db/connect";
import { benchDeps, benchSettings } from "./bench-deps";
import { openBenchDatabase } from "./bench-database";
import { startServer } from "./bench-server";
import type { Effort } from "./compare";
import { measureCircleCoverage } from "./circle-coverage";
import { measureColdStart } from "./cold-start";
import { measureHotDish } from "./hot-dish";
import { measureExactly } from "./measure-exactly";
import { installPeer, measurePeers } from "./measure-peers";
import { measureRoutes } from "./measure-routes";
import { chooseMetric } from "./metric";
import { measureMixed } from "./mixed-requests";
import { measureNetworkScale } from "./network-scale";
import { measureOpeningRush } from "./opening-rush";
import { seedWorld } from "./seed";
import { seedNetwork, type NetworkSize } from "./seed-network";

interface BenchEffort extends Effort {
  /** People who book. */
  readonly crowd: number;
  /** Who all want the one hot dish. */
  readonly callers: number;
  /** Requests of every kind, one after the other. */
  readonly mixed: number;
  /** Portions of each of the 100 canteens of the opening rush. */
  readonly rushEach: number;
  /** The city whose circle coverage is worked out. */
  readonly network: NetworkSize;
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
    // Last: it seeds a whole city beside what the others read.
    const network = await seedNetwork(effort.network, today(deps.clock));
    const coverage = await measureCircleCoverage(deps, uri);
    say("circle coverage measured");
    const counter = await start("counting a city", "server/main.ts", { ...settings, MONGODB_URI: monitored(uri) });
    const scale = await measureNetworkScale({
      ...network,
      users: world.users,
      metric,
      effort,
      ours,
      bare,
      counting: counter,
    });
    say("the city's list, search and map measured");
    const figures = [...routes, ...peers, ...hotDish, ...exact, ...cold, ...mixed, ...rush, ...coverage, ...scale];
    return { engine, metric, figures };
  } finally {
    await closeAll();
  }
}

const monitored = (uri: string): string => `${uri}${uri.includes("?") ? "&" : "?"}monitorCommands=true`;
