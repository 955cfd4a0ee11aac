import { existsSync, readFileSync } from "node:fs";
import { connect, disconnect } from "@server/core/db/connect";
import { computeCoverage } from "@server/domains/care-points/circle-coverage";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import { openRegionPacks } from "@server/domains/regions/region-tree";

/** What a process is to work out. */
export interface CoverageErrand {
  readonly uri: string;
  readonly dbName: string;
  readonly cityId: string;
  readonly today: string;
}

/** What it took: the process holds nothing else. */
export interface CoverageCost {
  readonly seconds: number;
  /** The most that was resident, of the whole process. */
  readonly megabytes: number;
  /** What was resident before the work began. */
  readonly idleMegabytes: number;
}

/** A process that works out the circle coverage of one city: `coverage-worker.ts <CoverageErrand as JSON>`. */
const { uri, dbName, cityId, today } = JSON.parse(process.argv[2] ?? "") as CoverageErrand;
await connect({ uri, dbName });
openRegionPacks(loadRegionPacks({ names: [] }));
const idleMegabytes = process.memoryUsage.rss() / 2 ** 20;
const started = performance.now();
await computeCoverage({ cityId, today });
const seconds = (performance.now() - started) / 1_000;
const cost: CoverageCost = { seconds, megabytes: peakMegabytes(), idleMegabytes };
process.send?.(cost);
await disconnect();
process.disconnect();

/** The most this process ever held. Linux counts in `maxRSS` what the parent held when it forked; its own peak it tells apart. */
function peakMegabytes(): number {
  const own = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = /^VmHWM:\s+(?<kilobytes>\d+) kB$/m.exec(own)?.groups?.["kilobytes"];
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1_024;
}
