import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoints } from "@server/domains/care-points/care-points.builders";
import { computeCoverage } from "@server/domains/care-points/circle-coverage";
import { CircleCoverageModel } from "@server/domains/care-points/circle-coverage.model";
import { refreshCoverage } from "@server/domains/care-points/circle-refresh";
import { buildRegions } from "@server/domains/regions/regions.builders";
import { generateNetwork } from "../support/network-generator";
import type { Figure } from "./figure";

const CITY = "xinxiang";
const BATCH = 500;
const CHANGES = 20;
/** Issue 5: in minutes, with at most so much memory. */
const MEGABYTES = 400;
const SECONDS = 120;
const LOOKS_EVERY_MS = 20;

/**
 * The circle coverage of a whole city: seconds and memory for all of it, and for one care point that changed. Seeds its own
 * network; the database is connected and the packs are open.
 */
export async function measureCircleCoverage(
  { clock }: Pick<Deps, "clock">,
  size: { readonly communities: number; readonly carePoints: number },
): Promise<Figure[]> {
  const day = today(clock);
  await seedNetwork({ ...size, seed: 1, today: day });
  const highest = watchMemory();
  const seconds = await secondsOf(() => computeCoverage({ cityId: CITY, today: day }));
  const megabytes = highest.stop();
  const changed = await CarePointModel.find({ cityId: CITY })
    .select({ _id: 1 })
    .limit(CHANGES)
    .lean<{ _id: string }[]>();
  const milliseconds: number[] = [];
  const again: number[] = [];
  for (const { _id: carePointId } of changed) {
    const refresh = async () => void again.push(await refreshCoverage({ carePointId, today: day }));
    milliseconds.push(1_000 * (await secondsOf(refresh)));
  }
  const all = await CircleCoverageModel.countDocuments({ cityId: CITY });
  const note = `${size.carePoints} care points, ${all} communities`;
  return [
    { id: "C-1", what: "circle coverage of a city", unit: "s", values: [seconds], limit: SECONDS, gates: false, note },
    {
      id: "C-2",
      what: "its memory, whole process",
      unit: "MB",
      values: [megabytes],
      limit: MEGABYTES,
      gates: false,
      note,
    },
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

async function seedNetwork(size: Parameters<typeof generateNetwork>[0]): Promise<void> {
  const { regions, carePoints } = generateNetwork(size);
  await buildRegions(regions);
  for (let at = 0; at < carePoints.length; at += BATCH) await buildCarePoints(carePoints.slice(at, at + BATCH));
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

/** Looks at the resident memory as often as the work lets it. */
function watchMemory() {
  let highest = 0;
  const look = () => void (highest = Math.max(highest, process.memoryUsage.rss()));
  const timer = setInterval(look, LOOKS_EVERY_MS);
  return {
    /** @returns megabytes */
    stop: (): number => {
      clearInterval(timer);
      look();
      return highest / 2 ** 20;
    },
  };
}
