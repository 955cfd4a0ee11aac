import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";

/** What a server may grow by whatever it is sent (reliability, part 6: safe uploads). */
const GROWS_AT_MOST_MB = 300;

test("memory has a bound, whatever is sent", async () => {
  const worker = ["--import", "tsx", "test/support/picture-worker.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, worker, { env: { ...process.env, NODE_OPTIONS: "" } });
  const { files, beforeMb, peakMb } = JSON.parse(stdout) as { files: number; beforeMb: number; peakMb: number };
  console.log(`${files} files: ${beforeMb} MB before, ${peakMb} MB at most`);
  expect(files).toBeGreaterThanOrEqual(3 * 60);
  expect(peakMb - beforeMb).toBeLessThanOrEqual(GROWS_AT_MOST_MB);
}, 180_000);
