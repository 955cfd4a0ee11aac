import { compare, type Contestant, type Effort } from "./compare";
import { countCommands, weighLists } from "./exact-counts";
import { medianOf, type Figure } from "./figure";
import type { BenchServer } from "./bench-server";
import type { Metric } from "./metric";
import type { Shot } from "./load";
import { taking, warmSessions } from "./jobs";
import type { BenchPerson } from "./seed-people";
import { networkPaths, type NetworkPaths } from "./network-paths";

/** P-B3's ratio, and issue 5's for a search. */
const WITHIN_NEAREST = 1.7;
const SEARCH_OVER_NEAREST = 3;
const MAP_BYTES = 24 * 1024;

/** The database reads more for each than in a small city: fewer of them say as much. */
const atMost = ({ rounds, warmUp, amount }: Effort): Effort => ({
  rounds,
  warmUp: Math.min(600, warmUp),
  amount: Math.min(100, amount),
});

interface Scale {
  /** A community where many live. */
  readonly communityId: string;
  readonly position: { readonly latitude: number; readonly longitude: number };
  readonly cityId: string;
  readonly users: readonly BenchPerson[];
  readonly metric: Metric;
  readonly effort: Effort;
  readonly ours: BenchServer;
  readonly bare: BenchServer;
  /** Ours, telling how many commands it sends. */
  readonly counting: BenchServer;
  readonly note: string;
}

/** A city of full size: what its list, its search and its map cost beside bare ones that ask the same of the same data. */
export async function measureNetworkScale(scale: Scale): Promise<Figure[]> {
  const { metric, effort, ours, bare, counting, users, note } = scale;
  const paths = networkPaths(scale);
  // Many people, for one alone may not ask so often.
  const take = taking(users);
  const going = (server: BenchServer, path: string): Contestant => ({
    server,
    shots: async (amount) => {
      const asking = take(amount);
      if (server !== bare) await warmSessions(server, [...new Set(asking)]);
      return asking.map(({ headers }): Shot => ({ path, headers }));
    },
  });
  const measure = (mine: string, reference: Contestant) =>
    compare({ metric, ...atMost(effort), ours: going(ours, mine), reference });
  const nearest = await measure(paths.nearest, going(bare, paths.bareNearest));
  const search = await measure(paths.search, going(ours, paths.nearest));
  const map = await measure(paths.map, going(bare, paths.bareMap));
  const per = (costs: readonly number[]) => Math.round(medianOf(costs)).toLocaleString("en");
  const ratio = (what: string, { ratios, ...costs }: typeof nearest, limit: number): Figure => ({
    ...{ id: "N", what, unit: "×", values: ratios, limit, gates: metric.gates },
    note: `${note}; a request: ours ${per(costs.ours)}, reference ${per(costs.reference)}`,
  });
  return [
    ratio("20 nearest with three filters ÷ bare", nearest, WITHIN_NEAREST),
    ratio("search by name ÷ 20 nearest with three filters", search, SEARCH_OVER_NEAREST),
    ratio("map ÷ bare", map, WITHIN_NEAREST),
    ...(await countAndWeigh(counting, paths, going)),
  ];
}

async function countAndWeigh(
  server: BenchServer,
  paths: NetworkPaths,
  going: (server: BenchServer, path: string) => Contestant,
): Promise<Figure[]> {
  const { nearest, search, map, wideMap } = paths;
  const budget = (what: string, path: string, commands = 1) => ({ what, job: going(server, path), commands });
  const commands = await countCommands([
    budget("20 nearest with three filters", nearest),
    budget("search by name", search, 2),
    budget("map", map),
  ]);
  const [asking] = await going(server, nearest).shots(1);
  const shot = (path: string): Shot => ({ ...asking, path });
  const lists = { "20 nearest of a city": shot(nearest), "found by name": shot(search) };
  const maps = { map: shot(map), "map as far as a phone looks": shot(wideMap) };
  return [...commands, ...(await weighLists(server, lists)), ...(await weighLists(server, maps, MAP_BYTES))];
}
