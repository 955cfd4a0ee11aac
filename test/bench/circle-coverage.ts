import { today } from "@server/core/clock";
import { database } from "@server/core/db/connect";
import type { Deps } from "@server/core/deps";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { CircleCoverageModel } from "@server/domains/care-points/circle-coverage.model";
import { refreshCoverage } from "@server/domains/care-points/circle-refresh";
import { askApart } from "./ask-apart";
import type { CoverageCost, CoverageErrand } from "./coverage-worker";
import type { Figure } from "./figure";
import { NETWORK_CITY } from "./seed-network";

const CHANGES = 20;
/** Issue 5: in minutes, with at most so much memory. */
const MEGABYTES = 400;
const SECONDS = 120;

/**
 * The circle coverage of a whole city: seconds and memory for all of it, in a process of its own, and for one care point
 * that changed. The network is seeded, the database is connected and the packs are open.
 * @param uri of the same database
 */
export async function measureCircleCoverage({ clock }: Pick<Deps, "clock">, uri: string): Promise<Figure[]> {
  const day = today(clock);
  const errand: CoverageErrand = { uri, dbName: database().databaseName, cityId: NETWORK_CITY, today: day };
  const whole = await askApart<CoverageCost>("test/bench/coverage-worker.ts", errand);
  const changed = await CarePointModel.find({ cityId: NETWORK_CITY })
    .sort({ _id: 1 })
    .limit(CHANGES)
    .select({ _id: 1 })
    .lean<{ _id: string }[]>();
  const milliseconds: number[] = [];
  const again: number[] = [];
  for (const { _id: carePointId } of changed) {
    const started = performance.now();
    again.push(await refreshCoverage({ carePointId, today: day }));
    milliseconds.push(performance.now() - started);
  }
  const all = await CircleCoverageModel.countDocuments({ cityId: NETWORK_CITY });
  const points = await CarePointModel.countDocuments({ cityId: NETWORK_CITY });
  const note = `${points} care points, ${all} communities`;
  const idle = `a process of its own; ${Math.round(whole.idleMegabytes)} MB before the work`;
  return [
    {
      id: "C-1",
      what: "circle coverage of a city",
      unit: "s",
      values: [whole.seconds],
      limit: SECONDS,
      gates: false,
      note,
    },
    { id: "C-2", what: "its memory", unit: "MB", values: [whole.megabytes], limit: MEGABYTES, note: idle },
    {
      id: "C-3",
      what: "one changed point",
      unit: "ms",
      values: milliseconds,
      note: "until its surroundings are stored",
    },
    { id: "C-4", what: "communities computed again", unit: "", values: again, note: `of ${all}` },
  ];
}
