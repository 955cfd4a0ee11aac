import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runNode, type Command } from "./command";

const ROOT = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "yike-scripts-"));
const dataDir = (name: string) => join(folder, name);
const read = (...names: string[]) => readFileSync(join(folder, ...names));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script of `server/scripts` on a data folder, beside whatever serves that folder. */
const script = async (name: string, data: string, ...args: string[]) => {
  const env = { DATA_DIR: dataDir(data), LOG_LEVEL: "warn" };
  const command = runNode(["--import", "tsx", `server/scripts/${name}.ts`, ...args], { cwd: ROOT, env });
  return { code: await command.ended, lines: command.lines };
};

describe("scripts beside the running app", () => {
  let app: Command;
  let address = "";
  beforeAll(async () => {
    const env = { DATA_DIR: dataDir("app"), PORT: "0", LOG_LEVEL: "warn", ROLE: "api" };
    app = runNode(["--import", "tsx", "server/main.ts"], { cwd: ROOT, env });
    address = (await app.line(/已启动：/)).replace(/^.*已启动：/, "");
  }, 90_000);
  afterAll(async () => {
    app.signal("SIGTERM");
    expect(await app.ended).toBe(0);
  });

  const signIn = (body: object) =>
    fetch(`${address}api/accounts/sign-in/staff`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });

  test("migrate finds nothing left to do", async () => {
    expect(await script("migrate", "app")).toEqual({ code: 0, lines: ["Nothing to migrate."] });
  });

  test("new:staff makes a manager who can sign in at once, and prints her password", async () => {
    const unknown = await script("new-staff", "app", "--care-point", "春风", "--name", "周敏", "--login", "ZhouMin");
    const line = "demo-chunfeng-canteen  春风社区食堂";
    expect(unknown).toEqual({ code: 1, lines: ["No care point 春风. There are:", line] });
    const carePoint = line.split(" ")[0] ?? "";
    const options = ["--care-point", carePoint, "--name", "周敏", "--login"];
    const made = await script("new-staff", "app", ...options, "ZhouMin");
    expect(made.code).toBe(0);
    const password = /^Password, shown only now: (?<password>\S{19})$/.exec(made.lines.at(-1) ?? "")?.groups?.[
      "password"
    ];
    const answer = await signIn({ name: "zhoumin", password });
    expect(answer.status).toBe(200);
    expect((await signIn({ name: "zhoumin", password: "another-password" })).status).toBe(401);

    const again = await script("new-staff", "app", ...options, "zhoumin");
    expect(again).toEqual({ code: 1, lines: ["Somebody signs in as zhoumin already: choose another --login."] });
  });

  test("new:staff makes somebody of the office that answers for a region", async () => {
    const named = ["--name", "孙科长", "--login", "sunkezhang"];
    const unknown = await script("new-staff", "app", "--region", "nowhere", ...named);
    expect(unknown).toEqual({ code: 1, lines: ["No region nowhere: its id stands in config/regions/."] });
    const made = await script("new-staff", "app", "--region", "xinxiang-hongqi", ...named);
    expect(made.lines[0]).toBe("孙科长 works for 新乡市 红旗区 now.");
    const password = made.lines.at(-1)?.split(" ").at(-1);
    const signedIn = (await (await signIn({ name: "sunkezhang", password })).json()) as { data: { me: object } };
    expect(signedIn.data.me).toMatchObject({
      memberships: [],
      offices: [{ regionId: "xinxiang-hongqi", regionName: "红旗区" }],
    });
  });

  test("backup copies it at one moment, and the copy put back is the same to the byte", async () => {
    const copy = dataDir("copy");
    expect(await script("backup", "app", "--to", copy)).toMatchObject({ code: 0 });
    const restored = await script("backup", "second", "--restore", copy);
    expect(restored.lines).toEqual([expect.stringMatching(/^Put back \d+ documents of \d+ collections from/)]);
    expect(await script("backup", "second", "--to", dataDir("again"))).toMatchObject({ code: 0 });
    const files = readdirSync(copy).sort();
    expect(files).toEqual(expect.arrayContaining(["people.bson", "portions.bson", "portions.metadata.json"]));
    // The demo's pictures: three, in two sizes each; a JPEG begins so, and nothing in it is written so again.
    const jpegs = read("copy", "photo_files.chunks.bson").toString("latin1").split("\xff\xd8\xff").length - 1;
    expect(jpegs).toBe(3 * 2);
    expect(readdirSync(dataDir("again")).sort()).toEqual(files);
    const differing = files.filter((file) => !read("again", file).equals(read("copy", file)));
    expect(differing).toEqual([]);
  });

  test("a copy goes into an empty database only, and has to be one", async () => {
    const full = await script("backup", "app", "--restore", dataDir("copy"));
    expect(full).toEqual({
      code: 1,
      lines: ["The database yike is not empty: a copy is put back into an empty one only."],
    });
    const nothing = await script("backup", "third", "--restore", folder);
    expect(nothing).toEqual({ code: 1, lines: [`${folder} holds no copy of a database.`] });
  });
});
