import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { toInstant } from "../clock";
import type { Job } from "../jobs/job";
import { findHead } from "./append-audit";
import { AUDIT_STREAM } from "./audit.model";

/** The end of the chain as it stood one night. */
const ExportedHead = z.strictObject({
  at: z.string(),
  stream: z.literal(AUDIT_STREAM),
  seq: z.int().check(z.positive()),
  hash: z.string(),
});
export type ExportedHead = z.infer<typeof ExportedHead>;

const fileIn = (dataDir: string): string => join(dataDir, "audit-heads.jsonl");

/**
 * Writes the head of the audit chain into `<DATA_DIR>/audit-heads.jsonl` each night: who can rewrite the whole chain in
 * the database cannot make it fit what was copied away from there. A head that stood there already harms nothing.
 */
export const exportAuditHead: Job = {
  name: "audit.export-head",
  every: { cron: "10 0 * * *" },
  run: async ({ env, clock }) => {
    const head = await findHead();
    if (!head) return;
    await mkdir(env.dataDir, { recursive: true, mode: 0o700 });
    await appendFile(fileIn(env.dataDir), `${JSON.stringify({ at: toInstant(clock.now()), ...head })}\n`, {
      mode: 0o600,
    });
  },
};

/**
 * The heads that were exported so far; none where no night has passed.
 * @throws Error when a line is damaged
 */
export async function readExportedHeads(dataDir: string): Promise<ExportedHead[]> {
  const lines = (await readFile(fileIn(dataDir), "utf8").catch(emptyWhenAbsent)).split("\n");
  return lines.filter((line) => line !== "").map((line) => ExportedHead.parse(JSON.parse(line)));
}

function emptyWhenAbsent(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
  throw error;
}
