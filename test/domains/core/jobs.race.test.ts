import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { testDatabase, type TestDatabase } from "@test/support/database";
import { until } from "@test/support/until";

/** Four processes start one after another, on whatever computer; what they then do is measured by their own notes. */
const PROCESSES_TAKE_MS = 120_000;

interface Run {
  pid: number;
  begun: number;
  ended: number | null;
}

describe("one job, several processes", () => {
  let database: TestDatabase;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
    await database.db.dropDatabase();
  });
  afterAll(() => database.drop());

  const runs = () => database.db.collection<Run>("runs").find().sort({ begun: 1 }).toArray();

  async function start({ seconds, takes }: { seconds: number; takes: number | "hang" }): Promise<ChildProcess> {
    const args = [
      "--import",
      "tsx",
      "test/support/job-worker.ts",
      database.uri,
      database.name,
      `${seconds}`,
      `${takes}`,
    ];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    await once(child.stdout, "data");
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  test(
    "a run whose process is killed is run again by another one when its lease ends, although it is due hourly",
    async () => {
      const first = await start({ seconds: 3_600, takes: "hang" });
      await until(async () => (await runs()).length === 1);
      await kill(first);
      const killed = Date.now();
      await start({ seconds: 3_600, takes: 0 });
      await until(async () => (await runs()).length === 2 && (await runs())[1]?.ended !== null);
      const [lost, repeated] = await runs();
      expect(lost?.ended).toBeNull();
      expect(repeated?.pid).not.toBe(lost?.pid);
      expect((repeated?.begun ?? 0) - (lost?.begun ?? 0)).toBeGreaterThanOrEqual(1_900);
      expect((repeated?.begun ?? 0) - killed).toBeLessThan(10_000);
    },
    PROCESSES_TAKE_MS,
  );

  test(
    "a run that outlasts its lease keeps it while its process lives",
    async () => {
      await start({ seconds: 1, takes: 5_000 });
      await start({ seconds: 1, takes: 5_000 });
      await until(async () => (await runs()).some(({ ended }) => ended !== null));
      const [first, second] = await runs();
      expect(first?.ended).not.toBeNull();
      if (second) expect(second.begun).toBeGreaterThanOrEqual(first?.ended ?? Infinity);
    },
    PROCESSES_TAKE_MS,
  );

  test(
    "two processes never run it at once",
    async () => {
      await start({ seconds: 0, takes: 20 });
      await start({ seconds: 0, takes: 20 });
      await until(async () => (await runs()).filter(({ ended }) => ended !== null).length >= 30);
      const all = (await runs()).filter(({ ended }) => ended !== null);
      for (const [index, run] of all.entries()) {
        const before = all[index - 1];
        if (before) expect(run.begun).toBeGreaterThanOrEqual(before.ended ?? Infinity);
      }
    },
    PROCESSES_TAKE_MS,
  );
});
