import type { BenchServer } from "./bench-server";
import { fire, type Shot } from "./load";
import type { Metric } from "./metric";

/** One of the two that do the same job. */
export interface Contestant {
  readonly server: BenchServer;
  /** The requests of the next turn; what they need is in place when they are handed over. */
  readonly shots: (amount: number) => Promise<readonly Shot[]>;
  /** Puts back what a turn changed. */
  readonly after?: () => Promise<unknown>;
}

export interface Effort {
  readonly rounds: number;
  /** Requests of each contestant before anything is measured. */
  readonly warmUp: number;
  /** Requests of one turn; a round has two turns of each. */
  readonly amount: number;
}

export interface Comparison {
  /** Ours divided by the reference, one a round. */
  readonly ratios: readonly number[];
  /** Cost of one request by rounds. */
  readonly ours: readonly number[];
  readonly reference: readonly number[];
}

interface Comparing extends Effort {
  readonly metric: Metric;
  readonly ours: Contestant;
  readonly reference: Contestant;
}

/** Measures both by turns, A-B-A-B and in the next round B-A-B-A, so that what the computer does besides meets both. */
export async function compare({ metric, ours, reference, rounds, warmUp, amount }: Comparing): Promise<Comparison> {
  for (const one of [ours, reference]) {
    for (let sent = 0; sent < warmUp; sent += amount) await turn({ one, amount });
  }
  const spent: { ours: number; reference: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const costs = new Map([ours, reference].map((one) => [one, 0]));
    const pair = round % 2 === 0 ? [ours, reference] : [reference, ours];
    for (const one of [...pair, ...pair]) {
      const cost = await turn({ one, amount, metric });
      costs.set(one, (costs.get(one) ?? 0) + cost / amount / 2);
    }
    spent.push({ ours: costs.get(ours) ?? 0, reference: costs.get(reference) ?? 0 });
  }
  return {
    ratios: spent.map((cost) => cost.ours / cost.reference),
    ours: spent.map((cost) => cost.ours),
    reference: spent.map((cost) => cost.reference),
  };
}

async function turn({ one, amount, metric }: { one: Contestant; amount: number; metric?: Metric }): Promise<number> {
  const { server, after } = one;
  const shots = await one.shots(amount);
  const send = () => fire({ port: server.port, shots });
  const cost = metric ? await metric.during(server, send) : (await send(), 0);
  await after?.();
  return cost;
}
