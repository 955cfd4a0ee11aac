import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { testDatabase, type TestDatabase } from "@test/support/database";
import { until } from "@test/support/until";

interface Started {
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly said: { out: string; err: string };
}

/** Runs the server's own main.ts, as `npm start` does. */
function start(variables: Record<string, string>): Started {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    env: { PATH: process.env["PATH"], PORT: "0", LOG_LEVEL: "warn", ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  return { child, said };
}

async function addressOf({ child, said }: Started): Promise<string> {
  await until(() => Promise.resolve(/已启动/.test(said.out) || child.exitCode !== null));
  return /http:\/\/\S+\//.exec(said.out)?.[0] ?? `nothing: ${said.err}`;
}

describe("the program", () => {
  const folder = mkdtempSync(join(tmpdir(), "yike-boot-"));
  let database: TestDatabase;
  let ownDatabase: Record<string, string>;
  let running: Started[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    const uri = new URL(database.uri);
    uri.pathname = `/${database.name}`;
    ownDatabase = { MONGODB_URI: uri.href, DATA_DIR: folder };
  });
  afterEach(async () => {
    for (const { child } of running) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    running = [];
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (variables: Record<string, string>): Started => {
    const started = start(variables);
    running.push(started);
    return started;
  };
  const failure = async (variables: Record<string, string>) => {
    const { child, said } = run(variables);
    const [code] = (await once(child, "exit")) as [number];
    return { code, lines: said.err.trim().split("\n"), out: said.out };
  };

  test("starts on its own database, says where, and ends cleanly with everything it started", async () => {
    const data = join(folder, "site");
    const started = run({ DATA_DIR: data });
    const address = await addressOf(started);
    expect((await fetch(new URL("health/ready", address))).status).toBe(200);
    expect(started.said.out).toContain("内置数据库");
    const engine = JSON.parse(readFileSync(join(data, "engine.json"), "utf8")) as { pid: number };
    started.child.kill("SIGTERM");
    const [code] = (await once(started.child, "exit")) as [number];
    expect([code, started.said.err]).toEqual([0, ""]);
    expect(() => process.kill(engine.pid, 0)).toThrow(/ESRCH/);
  }, 90_000);

  test("with MONGODB_URI there is no demo", async () => {
    const started = run(ownDatabase);
    const address = await addressOf(started);
    expect(await (await fetch(new URL("api/accounts/demo-people", address))).json()).toEqual({ data: { people: [] } });
    expect(started.said.out).toContain("MONGODB_URI");
    expect(started.said.out).not.toContain(database.name);
  });

  test("with ROLE=jobs it listens nowhere and still works", async () => {
    const started = run({ ...ownDatabase, ROLE: "jobs" });
    expect(await addressOf(started)).toBe("nothing: ");
    await until(async () => (await database.db.collection("jobs").countDocuments({ holder: { $ne: "" } })) > 0);
  });

  test("a database that lacks an index gets no traffic", async () => {
    const first = run(ownDatabase);
    await addressOf(first);
    first.child.kill("SIGTERM");
    await once(first.child, "exit");
    await database.db.collection("jobs").dropIndex("due");
    const { code, lines } = await failure(ownDatabase);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^Index jobs\.due is missing; it serves: /)]);
    await database.db.collection("jobs").createIndex({ nextRunAt: 1 }, { name: "due" });
  });

  test("a taken port is one sentence, and what had started is stopped", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const { code, lines, out } = await failure({ ...ownDatabase, PORT: String(port) });
    taken.close();
    expect([code, lines, out]).toEqual([1, [expect.stringContaining(`127.0.0.1:${port} is taken`)], ""]);
  });

  test("wrong settings are listed all at once", async () => {
    const { code, lines } = await failure({ ...ownDatabase, PORT: "x", ROLE: "boss" });
    expect([code, lines.length]).toEqual([1, 2]);
  });

  test("production does not start without its keys, and makes none", async () => {
    const data = join(folder, "production");
    const { code, lines } = await failure({ NODE_ENV: "production", DATA_DIR: data });
    expect([code, lines]).toEqual([1, ["FIELD_KEYS is missing.", "INDEX_KEY is missing."]]);
    expect(existsSync(data)).toBe(false);
  });

  test("a database that does not answer is one sentence", async () => {
    const { code, lines } = await failure({ MONGODB_URI: "mongodb://127.0.0.1:1/yike", DATA_DIR: folder });
    expect([code, lines]).toEqual([1, [expect.stringContaining("does not answer")]]);
  });
});
