import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runNode } from "../commands/command";
import { copyProject, type ProjectCopy } from "../commands/project-copy";
import type { Fault } from "./fault";
import { faults } from "./faults";

interface Report {
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly failureMessages: string[] }[] }[];
}

/** A test that hangs by its fault is red by then; the suite's own limit is longer than that of its process. */
const TEST_MS = 60_000;
const ENDS_WITHIN_MS = 110_000;
/** All the tests that are to bite, one after the other; without a fault none of them hangs. */
const ALL_END_WITHIN_MS = 880_000;
/** In the trace of a test that failed before it asked anything. */
const STARTING = /SyntaxError|support\/app\.ts/;

let copy: ProjectCopy;
beforeAll(() => {
  copy = copyProject(["config", "server", "shared", "test"]);
});
afterAll(() => copy.remove());

interface Running {
  readonly files: readonly string[];
  readonly names: readonly string[];
  readonly endsWithinMs?: number;
}

/** Runs the tests of the copy whose names contain one of these, on the database of this run. */
async function run({ files, names, endsWithinMs = ENDS_WITHIN_MS }: Running): Promise<Report> {
  const report = copy.path("report.json");
  rmSync(report, { force: true });
  const args = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "-c", "config/jest.config.js", ...files];
  const only = ["-t", names.map(escaped).join("|")];
  const env = { MONGODB_URI: process.env["TEST_MONGODB_URI"] ?? "" };
  const command = runNode(
    [...args, ...only, "--runInBand", `--testTimeout=${TEST_MS}`, "--json", `--outputFile=${report}`],
    {
      cwd: copy.root,
      env,
    },
  );
  // A program that hangs by its fault must not outlive its turn: without a report the test is red.
  const timer = setTimeout(() => command.signalGroup("SIGKILL"), endsWithinMs);
  await command.ended;
  clearTimeout(timer);
  return JSON.parse(readFileSync(report, "utf8")) as Report;
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

async function withFault<T>({ file, find, replace }: Fault, body: () => Promise<T>): Promise<T> {
  const path = copy.path(file);
  const source = readFileSync(path, "utf8");
  expect({ file, find, times: source.split(find).length - 1 }).toEqual({ file, find, times: 1 });
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
  try {
    return await body();
  } finally {
    writeFileSync(path, source);
  }
}

const messagesOf = ({ testResults }: Report): string[] =>
  testResults.flatMap(({ assertionResults }) => assertionResults.flatMap(({ failureMessages }) => failureMessages));

describe("the tests have teeth", () => {
  test("without a fault they pass", async () => {
    const files = [...new Set(faults.map(({ mustFail }) => mustFail.file))];
    const names = [...new Set(faults.map(({ mustFail }) => mustFail.test))];
    const report = await run({ files, names, endsWithinMs: ALL_END_WITHIN_MS });
    expect(report).toMatchObject({ numFailedTests: 0, numRuntimeErrorTestSuites: 0 });
  }, 900_000);

  test.each(faults)(
    "they bite when $id",
    async (fault) => {
      const { file, test: name } = fault.mustFail;
      const report = await withFault(fault, () => run({ files: [file], names: [name] }));
      const messages = messagesOf(report);
      expect(messages).not.toEqual([]);
      // A program that no longer starts would fail too: what must bite is a statement about its answers.
      expect(messages.filter((message) => STARTING.test(message))).toEqual([]);
    },
    120_000,
  );
});
