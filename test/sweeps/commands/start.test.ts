import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { MongoClient } from "mongodb";
import { isAlive, runNode, type Command } from "./command";
import { copyProject } from "./project-copy";

const RUNNING = /已启动：(?<address>http:\S+)/;

const TICKS_PER_SECOND = 100;

/**
 * Processor time of all ended children and theirs, in seconds, as Linux counts it. Seconds on the wall would measure the
 * tests that share the computer.
 */
function secondsOfChildren(): number {
  const [userTicks, systemTicks] = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /s, "")
    .split(" ")
    .slice(13, 15);
  return (Number(userTicks) + Number(systemTicks)) / TICKS_PER_SECOND;
}

describe("npm start", () => {
  const project = copyProject(["config", "shared", "server"]);
  const started: Command[] = [];
  beforeAll(() => project.pretendH5Build());
  afterEach(async () => {
    for (const { pid } of started.filter(({ pid }) => isAlive(pid))) process.kill(pid, "SIGTERM");
    await Promise.all(started.splice(0).map(({ ended }) => ended));
  });
  afterAll(() => project.remove());

  const start = (env: Record<string, string> = {}) => {
    const command = runNode(["config/start.js"], { cwd: project.root, env: { PORT: "0", ...env } });
    started.push(command);
    return command;
  };
  const running = async (command: Command) => RUNNING.exec(await command.line(RUNNING))?.groups?.["address"] ?? "";
  const engineFile = project.path(".data/engine.json");
  const engine = () => JSON.parse(readFileSync(engineFile, "utf8")) as { pid: number; uri: string };
  const markers = async () => {
    const client = await MongoClient.connect(engine().uri);
    return { client, collection: client.db("yike").collection<{ _id: string }>("markers") };
  };
  /** Ends by the terminal's Ctrl-C, which npm passes on once more. */
  const interrupt = async (command: Command) => {
    const { pid } = engine();
    command.signalGroup("SIGINT");
    command.signal("SIGINT");
    return { code: await command.ended, engineLives: isAlive(pid), engineFile: existsSync(engineFile) };
  };

  test("serves app and API, and Ctrl-C stops everything, the database last", async () => {
    const command = start();
    const address = await running(command);
    expect(await (await fetch(address)).text()).toBe("<title>Yike</title>");
    expect((await fetch(`${address}health/ready`)).status).toBe(200);
    const { client, collection } = await markers();
    await collection.insertOne({ _id: "kept" });
    await client.close();

    expect(await interrupt(command)).toEqual({ code: 0, engineLives: false, engineFile: false });
    await expect(fetch(address)).rejects.toThrow("fetch failed");
    expect(command.lines.filter((line) => /ECONN|disconnected|fatal|^\{/.test(line))).toEqual([]);
  });

  test("keeps what was there and needs under five seconds of one core the second time", async () => {
    const before = secondsOfChildren();
    const command = start();
    await running(command);
    const { client, collection } = await markers();
    expect(await collection.find().toArray()).toEqual([{ _id: "kept" }]);
    await client.close();
    expect(await interrupt(command)).toMatchObject({ code: 0 });
    expect(secondsOfChildren() - before).toBeLessThan(5);
  });

  test("refuses a data folder in use in one sentence and leaves its owner alone", async () => {
    const owner = start();
    const address = await running(owner);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.lines).toEqual([expect.stringMatching(/^The data folder \S+ is in use by another engine/)]);
    expect((await fetch(`${address}health/ready`)).status).toBe(200);
    expect(await interrupt(owner)).toMatchObject({ code: 0 });
  });

  test("leaves no process behind when it is killed without a word", async () => {
    const command = start();
    const address = await running(command);
    const line = connect({ host: "127.0.0.1", port: Number(new URL(engine().uri).port) });
    await once(line, "connect");
    const engineGone = once(line.resume(), "close");
    command.signal("SIGKILL");
    expect(await command.ended).toBeNull();
    await engineGone;
    await expect(fetch(address)).rejects.toThrow("fetch failed");
  });

  test("lists every fault of the settings and starts nothing", async () => {
    const command = start({ ROLE: "cook", LOG_LEVEL: "loud", MONGODB_URI: "localhost" });
    expect(await command.ended).toBe(1);
    expect(command.lines).toHaveLength(3);
    expect(command.lines.join("\n")).toMatch(/^ROLE must be/m);
    expect(existsSync(engineFile)).toBe(false);
  });
});
