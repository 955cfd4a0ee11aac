import { parseArgs } from "node:util";
import { measureServers } from "./measure-servers";
import { measureFirstScreen } from "./first-screen";
import { cellsOf, verdictOf, type Figure } from "./figure";
import { buildPackages, measurePackages } from "./packages";
import { notMeasured } from "./not-measured";
import { machineNow, reportOf, writeReport } from "./results";

/**
 * `npm run bench`: measures the program beside references in one run, writes RESULTS.md and fails on a red gate.
 * `-- --quick` takes a tenth of the effort but for the one hot dish, for trying, and only prints, sizes only of
 * builds that are there. `-- --peers` measures bare Koa, Express and NestJS beside ours, and takes some minutes more.
 */
const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, peers: { type: "boolean", default: false } },
});
const SMALL_CITY = { communities: 50, carePoints: 200 };
const CITY = { communities: 5_000, carePoints: 20_000 };
const QUICK = {
  rounds: 3,
  warmUp: 300,
  amount: 100,
  crowd: 2_000,
  callers: 1_000,
  mixed: 800,
  rushEach: 8,
  network: SMALL_CITY,
};
const FULL = {
  rounds: 5,
  warmUp: 3_000,
  amount: 400,
  crowd: 8_000,
  callers: 1_000,
  mixed: 8_000,
  rushEach: 80,
  network: CITY,
};

const say = (line: string) =>
  void process.stdout.write(`${(performance.now() / 1_000).toFixed(0).padStart(4)} s  ${line}\n`);
const effort = values.quick ? QUICK : FULL;
if (!values.quick) await buildPackages();
const started = performance.now();
const { date, machine, load } = machineNow();
say(`${machine}; load average ${load}`);

const packages = measurePackages();
const { figures: servers, engine, metric } = await measureServers({ effort, withPeers: values.peers, say });
const screens = packages.length > 0 ? await measureFirstScreen(effort.rounds) : [];
const figures: readonly Figure[] = [...packages, ...screens, ...servers];

const minutes = (performance.now() - started) / 60_000;
const { rounds, warmUp, amount } = effort;
const worded = `${rounds} rounds A-B-A-B of ${amount} requests a turn after ${warmUp} to warm up; ${minutes.toFixed(1)} minutes in all`;
const circumstances = { date, machine, load, engine, metric, effort: worded };
const report = await reportOf(
  circumstances,
  figures,
  notMeasured({ withPeers: values.peers, hasBuilds: packages.length > 0 }),
);
if (values.quick) say(report);
else writeReport(report);

for (const figure of figures) say(cellsOf(figure).join("  "));
const red = figures.filter((figure) => verdictOf(figure) === "RED");
say(
  red.length === 0 ? "No gate is red." : `${red.length} red: ${red.map(({ id, what }) => `${id} ${what}`).join("; ")}`,
);
process.exitCode = red.length === 0 ? 0 : 1;
