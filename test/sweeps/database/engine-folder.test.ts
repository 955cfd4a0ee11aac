import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect } from "@jest/globals";
import { open } from "lmdb";
import { MongoClient } from "mongodb";
import { runEngine, startEngine } from "@test/support/embedded-engine";
import { embeddedOnly } from "./conformance";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yike-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function fill(): Promise<void> {
  const engine = await startEngine(folder);
  const client = await MongoClient.connect(engine.uri);
  const rows = client.db("town").collection("rows");
  await rows.createIndex({ kinds: 1 });
  await rows.insertMany(Array.from({ length: 50 }, (_, n) => ({ n, kinds: [n % 3, `k${n}`] })));
  await client.close();
  await engine.closePipe();
}

/** Takes one row of a table away behind the engine's back. */
async function damage(table: "indexes" | "documents"): Promise<void> {
  const binary = { encoding: "binary", keyEncoding: "binary" } as const;
  const root = open<Buffer, Buffer>({ path: join(folder, "store"), ...binary, overlappingSync: false });
  const rows = root.openDB<Buffer, Buffer>({ name: table, ...binary });
  const [key] = rows.getKeys({ start: Buffer.from([0]), limit: 1 });
  root.transactionSync(() => key && rows.removeSync(key));
  await root.close();
}

describe("the data folder", () => {
  embeddedOnly("engine.json says who runs it and where, and is gone after a clean end", async () => {
    const engine = await startEngine(folder);
    const card = JSON.parse(readFileSync(join(folder, "engine.json"), "utf8")) as unknown;
    expect(card).toEqual({ pid: engine.pid, port: Number(new URL(engine.uri).port), uri: engine.uri });
    process.kill(engine.pid, "SIGTERM");
    expect(await engine.closePipe()).toBe(0);
    expect(() => readFileSync(join(folder, "engine.json"))).toThrow("ENOENT");
  });

  embeddedOnly("a folder of a newer format is refused in one sentence and stays as it was", async () => {
    await fill();
    writeFileSync(join(folder, "format.json"), '{"format":2}\n');
    const run = await runEngine("--port", "0", "--data-dir", folder);
    expect(run.code).toBe(1);
    expect(run.output.trim().split("\n")).toEqual([expect.stringContaining("format 2")]);
    expect(readFileSync(join(folder, "format.json"), "utf8")).toBe('{"format":2}\n');
  });

  embeddedOnly("the lock of a process that has died is taken over", async () => {
    writeFileSync(join(folder, "engine.json"), '{"pid":4194303}');
    const engine = await startEngine(folder);
    expect(await engine.closePipe()).toBe(0);
  });

  embeddedOnly("a word it does not know is refused in one sentence", async () => {
    const run = await runEngine("--data-dir", folder, "--no-such-word");
    expect(run.code).toBe(1);
    expect(run.output).toContain("--no-such-word");
  });
});

describe("--check", () => {
  embeddedOnly("says that every index agrees, and counts", async () => {
    await fill();
    const run = await runEngine("--check", "--data-dir", folder);
    expect(run.code).toBe(0);
    expect(run.output).toContain("town.rows: 50 documents");
    expect(run.output).toContain("kinds_1: 100 entries, agrees");
  });

  for (const table of ["indexes", "documents"] as const) {
    embeddedOnly(`finds a row that is missing among the ${table}`, async () => {
      await fill();
      await damage(table);
      const run = await runEngine("--check", "--data-dir", folder);
      expect(run.code).toBe(1);
      expect(run.output).toContain("DISAGREES");
    });
  }
});
