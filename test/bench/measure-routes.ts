import type { Deps } from "@server/core/deps";
import type { BenchServer } from "./bench-server";
import { compare, type Comparison, type Contestant, type Effort } from "./compare";
import { medianOf, type Figure } from "./figure";
import { bareJobs, fillBareSittings, ourBooking, ourCheckIn, ourReads } from "./jobs";
import type { Metric } from "./metric";
import type { BenchWorld } from "./seed";

/** More than a run can sell. */
const PLENTY = 10_000_000;

interface Measuring {
  readonly deps: Deps;
  readonly world: BenchWorld;
  readonly metric: Metric;
  readonly ours: BenchServer;
  readonly bare: BenchServer;
  readonly emptyKoa: BenchServer;
  readonly effort: Effort;
  readonly say: (line: string) => void;
}

interface Job {
  readonly id: string;
  readonly what: string;
  /** Absent: only printed. */
  readonly limit?: number;
  readonly ours: Contestant;
  readonly reference: Contestant;
}

/** P-B1 to P-B4 and the check-in: each route beside its reference, one after the other. */
export async function measureRoutes({ deps, world, metric, ours, bare, emptyKoa, effort, say }: Measuring) {
  const reads = ourReads({ server: ours, world });
  const references = bareJobs({ server: bare, world });
  const emptyRoute: Contestant = { server: emptyKoa, shots: async (amount) => Array(amount).fill({ path: "/" }) };
  const checkIn = ourCheckIn({ server: ours, world, deps });
  await fillBareSittings(
    world.sittings.map(({ menuId }) => menuId),
    PLENTY,
  );
  const jobs: Job[] = [
    { id: "P-B1", what: "empty route ÷ bare Koa", limit: 6, ours: reads.empty, reference: emptyRoute },
    { id: "P-B2", what: "my 20 bookings ÷ bare", limit: 1.8, ours: reads.myBookings, reference: references.myBookings },
    { id: "P-B3", what: "20 nearest ÷ bare", limit: 1.7, ours: reads.nearest, reference: references.nearest },
    {
      ...{ id: "P-B4", what: "book ÷ bare", limit: 4 },
      ...{ ours: ourBooking({ server: ours, world }), reference: references.booking },
    },
    // "Within P-B4": bare hands the same portions out by the same update and reads the same name.
    { id: "check-in", what: "check-in by picture ÷ bare", limit: 4, ours: checkIn, reference: references.checkIn },
  ];
  const measured = new Map<string, Comparison>();
  const figures: Figure[] = [];
  for (const job of jobs) {
    const comparison = await compare({ metric, ours: job.ours, reference: job.reference, ...effort });
    measured.set(job.id, comparison);
    figures.push(toFigure(job, comparison, metric));
    say(`${job.id} measured`);
  }
  return [...figures, ...goalsOverKoa(measured)];
}

function toFigure({ id, what, limit }: Job, { ratios, ours, reference }: Comparison, { gates }: Metric): Figure {
  const per = (costs: readonly number[]) => Math.round(medianOf(costs)).toLocaleString("en");
  const note = `a request: ours ${per(ours)}, reference ${per(reference)}${gates ? " instructions" : " µs"}`;
  return { id, what, unit: "×", values: ratios, note, gates, ...(limit === undefined ? {} : { limit }) };
}

/** The load goals of reliability.md 5.1, whose unit is an empty request to Koa in the same run. */
function goalsOverKoa(measured: ReadonlyMap<string, Comparison>): Figure[] {
  const koa = medianOf(measured.get("P-B1")?.reference ?? []);
  const over = (id: string) => (measured.get(id)?.ours ?? []).map((cost) => cost / koa);
  const goal = { id: "R 5.1", unit: "×", gates: false };
  return [
    { ...goal, what: "a read without database ÷ bare Koa", values: over("P-B1"), limit: 2.5 },
    { ...goal, what: "a booking without subsidy ÷ bare Koa", values: over("P-B4"), limit: 15 },
  ];
}
