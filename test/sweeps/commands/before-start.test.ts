import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runNode } from "./command";
import { copyProject } from "./project-copy";

/** What `npm start` says before it installs, builds or starts anything. */
describe("npm start refuses in one sentence", () => {
  const project = copyProject(["config"]);
  afterAll(() => project.remove());
  const contents = () => readdirSync(project.root).sort();
  let before: string[] = [];
  beforeAll(() => {
    writeFileSync(project.path(".env"), "");
    before = contents();
  });

  const start = async (env: Record<string, string> = {}) => {
    const command = runNode(["config/start.js"], { cwd: project.root, env });
    return { code: await command.ended, lines: command.lines };
  };

  test.each([
    ["a line that is no assignment", "PORT=3000\n# fine\nMONGODB_URI mongodb://x\n", 3],
    ["a name with a dash", "DATA-DIR=.data\n", 1],
    ["a value without a name", "\n=3000\n", 2],
    ["a quote that never ends", 'HOST="127.0.0.1\nPORT=3000\n', 1],
    ["a NUL", "PORT=30\u000000\n", 1],
  ])(".env with %s", async (_, content, line) => {
    writeFileSync(project.path(".env"), content);
    const { code, lines } = await start();
    expect(lines).toEqual([`.env, line ${line}: expected NAME=value, a comment after # or an empty line.`]);
    expect(code).toBe(1);
    expect(contents()).toEqual(before);
  });

  test(".env that is not text", async () => {
    writeFileSync(project.path(".env"), Buffer.from([0x50, 0x3d, 0xff, 0xfe]));
    const { code, lines } = await start();
    expect(lines).toEqual([expect.stringMatching(/^\.env cannot be read \(.+\): mend or remove the file\.$/)]);
    expect(code).toBe(1);
  });

  test("a taken port, named by .env and over it by the environment", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const address = holder.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const sentence = `Port ${port} on 127.0.0.1 is taken by another program: stop it, or set PORT to a free one.`;

    writeFileSync(project.path(".env"), `export PORT="${port}" # ours\n`);
    expect(await start()).toEqual({ code: 1, lines: [sentence] });

    writeFileSync(project.path(".env"), "PORT=none\n");
    expect(await start({ PORT: port })).toEqual({ code: 1, lines: [sentence] });
    expect(contents()).toEqual(before);
    holder.close();
  });

  test.each([
    [{ PORT: "65536" }, 'PORT must be a number from 0 to 65535, not "65536".'],
    [{ PORT: "3e3" }, 'PORT must be a number from 0 to 65535, not "3e3".'],
    [{ HOST: "203.0.113.7", PORT: "0" }, /^HOST 203\.0\.113\.7 is no address of this computer \(EADDRNOTAVAIL\)/],
  ])("%j", async (env, sentence) => {
    writeFileSync(project.path(".env"), "");
    const { code, lines } = await start(env);
    expect(lines).toEqual([expect.stringMatching(sentence)]);
    expect(code).toBe(1);
  });

  test("a folder in place of .env", async () => {
    const other = copyProject(["config"]);
    mkdirSync(other.path(".env"));
    const command = runNode(["config/start.js"], { cwd: other.root });
    expect(await command.ended).toBe(1);
    expect(command.lines).toEqual([".env cannot be read (EISDIR): mend or remove the file."]);
    other.remove();
  });
});
