import { join } from "node:path";
import { root } from "../../config/aliases.js";
import { runQuietly } from "../../config/run-quietly.js";
import { askApart } from "./ask-apart";
import type { Figure } from "./figure";
import type { FirstScreenErrand } from "./first-screen-worker";

const OURS: FirstScreenErrand = { build: join(root, "dist/weapp"), first: "tabs/home/index" };
const BARE: FirstScreenErrand = { build: join(root, "dist/bare-weapp"), first: "pages/first/index" };
const BARE_SOURCES = join(root, "test/bench/bare/weapp");
/** Gate of performance.md, section 6. */
const TIMES_BARE = 2.5;
/** Openings of each app in one round; a round's value is the quicker one, which was disturbed less. */
const OPENINGS = 2;

/**
 * P-F7: from the first script of the app to its first `setData`, ours by the same of the least that Taro builds, by
 * turns, each opening in a process of its own. The WeChat build lies in `dist/`.
 * @throws Error when the bare app cannot be built
 */
export async function measureFirstScreen(rounds: number): Promise<Figure[]> {
  await buildBare();
  const spent: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      ours.push(await open(OURS));
      bare.push(await open(BARE));
    }
    spent.push({ ours: Math.min(...ours), bare: Math.min(...bare) });
  }
  const milliseconds = (pick: (one: { ours: number; bare: number }) => number) =>
    Math.round(Math.min(...spent.map((one) => pick(one))));
  const note = `ours ${milliseconds(({ ours }) => ours)}, bare ${milliseconds(({ bare }) => bare)} ms at best`;
  const values = spent.map(({ ours, bare }) => ours / bare);
  return [{ id: "P-F7", what: "weapp, app.js to first setData ÷ bare", unit: "×", values, limit: TIMES_BARE, note }];
}

async function buildBare(): Promise<void> {
  const cli = join(root, "node_modules/@tarojs/cli/bin/taro");
  const environment = { ...process.env, NODE_ENV: "production", TARO_ENV: "weapp" };
  const { passed, output } = await runQuietly(process.execPath, [cli, "build", "--type", "weapp"], {
    env: environment,
    cwd: BARE_SOURCES,
  });
  if (!passed) throw new Error(`The bare app was not built:\n${output}`);
}

/** Milliseconds of one opening. */
const open = (errand: FirstScreenErrand) => askApart<number>("test/bench/first-screen-worker.ts", errand);
