import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { root } from "../../config/aliases.js";
import { cellsOf, type Figure } from "./figure";

/** What a run was made on. */
export interface Circumstances {
  readonly date: string;
  readonly machine: string;
  readonly engine: string;
  readonly metric: string;
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

const HEADINGS = ["id", "what", "median", "min–max", "bound", "verdict", "note"];

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The report as text in Markdown. */
export async function reportOf(circumstances: Circumstances, figures: readonly Figure[]): Promise<string> {
  const { date, machine, engine, metric, effort, load } = circumstances;
  const table = [HEADINGS, HEADINGS.map(() => "---"), ...figures.map(cellsOf)].map(row).join("\n");
  const text = `# Results of the benchmark

Written by \`npm run bench\`, never by hand. What each id means and why: performance.md of the design; here \`×\` is ours
divided by the reference of the same run, measured by turns.

- Date: ${date}
- Machine: ${machine}
- Database: ${engine}
- Cost of a request: ${metric}
- Effort: ${effort}
- Load average at the start: ${load}

${table}
`;
  return format(text, { parser: "markdown", printWidth: 120 });
}

/** Writes the report beside the benchmark. */
export async function writeReport(circumstances: Circumstances, figures: readonly Figure[]): Promise<void> {
  writeFileSync(join(root, "test/bench/RESULTS.md"), await reportOf(circumstances, figures));
}
