import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { root } from "../../config/aliases.js";
import { cellsOf, type Figure } from "./figure";
import type { Metric } from "./metric";

/** What a run was made on. */
export interface Circumstances {
  readonly date: string;
  readonly machine: string;
  readonly engine: string;
  readonly metric: Pick<Metric, "name" | "gates">;
  readonly effort: string;
  readonly load: string;
}

/** Taken at the start, before the run makes its own load. */
export const machineNow = () => ({
  date: new Date().toISOString(),
  machine: `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  load: loadavg()
    .map((average) => average.toFixed(2))
    .join(" "),
});

const NO_COUNTERS =
  "; this computer has no instruction counters, so a ratio of it above its bound warns and does not fail";

const HEADINGS = ["id", "what", "median", "min–max", "bound", "verdict", "note"];

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The report as text in Markdown. */
export async function reportOf(
  circumstances: Circumstances,
  figures: readonly Figure[],
  leftOut: readonly string[],
): Promise<string> {
  const { date, machine, engine, metric, effort, load } = circumstances;
  const table = [HEADINGS, HEADINGS.map(() => "---"), ...figures.map(cellsOf)].map(row).join("\n");
  const text = `# Results of the benchmark

Written by \`npm run bench\`, never by hand. What each id means and why: performance.md of the design; here \`×\` is ours
divided by the reference of the same run, measured by turns.

- Date: ${date}
- Machine: ${machine}
- Database: ${engine}
- Cost of a request: ${metric.name}${metric.gates ? "" : NO_COUNTERS}
- Effort: ${effort}
- Load average at the start: ${load}

${table}

Not measured by this run:

${leftOut.map((line) => `- ${line}`).join("\n")}
`;
  return format(text, { parser: "markdown", printWidth: 120 });
}

/** Writes the report beside the benchmark. */
export function writeReport(report: string): void {
  writeFileSync(join(root, "test/bench/RESULTS.md"), report);
}
