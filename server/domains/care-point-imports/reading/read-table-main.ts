import { buffer } from "node:stream/consumers";
import { readTable } from "./read-table";
import { TableError } from "./table-problem";

/** A process of its own: a file on its input, the rows as JSON on its output, one a line; or the problem alone. */
const [fileName = ""] = process.argv.slice(2);
const bytes = await buffer(process.stdin);
try {
  for (const row of readTable({ bytes, fileName })) process.stdout.write(`${JSON.stringify(row)}\n`);
} catch (error) {
  if (!(error instanceof TableError)) throw error;
  process.stdout.write(`${JSON.stringify({ problem: error.problem })}\n`);
}
