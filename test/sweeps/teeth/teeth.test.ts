import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runNode } from "../commands/command";
import { copyProject, type ProjectCopy } from "../commands/project-copy";
import { faults, type Fault } from "./faults";

interface Report {
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly failureMessages: string[] }[] }[];
}

/** In the trace of a test that failed before it asked anything. */
const STARTING = /SyntaxError|support\/app\.ts/;

let copy: ProjectCopy;
beforeAll(() => {
  copy = copyProject(["config", "server", "shared", "test"]);
});
afterAll(() => copy.remove());

/** Runs tests of the copy, on the database of this run. */
async function run({ files, names }: { files: readonly string[]; names?: string }): Promise<Report> {
  const report = copy.path("report.json");
  const args = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "-c", "config/jest.config.js", ...files];
  const only = names === undefined ? [] : ["-t", names];
  const env = { MONGODB_URI: process.env["TEST_MONGODB_URI"] ?? "" };
  const command = runNode([...args, ...only, "--runInBand", "--json", `--outputFile=${report}`], {
    cwd: copy.root,
    env,
  });
  await command.ended;
  return JSON.parse(readFileSync(report, "utf8")) as Report;
}

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
    expect(await run({ files })).toMatchObject({ numFailedTests: 0, numRuntimeErrorTestSuites: 0 });
  }, 180_000);

  test.each(faults)(
    "they bite when $id",
    async (fault) => {
      const { file, test: names } = fault.mustFail;
      const report = await withFault(fault, () => run({ files: [file], names }));
      const messages = messagesOf(report);
      expect(messages).not.toEqual([]);
      // A program that no longer starts would fail too: what must bite is a statement about its answers.
      expect(messages.filter((message) => STARTING.test(message))).toEqual([]);
    },
    60_000,
  );
});
