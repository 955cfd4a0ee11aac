import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect } from "@jest/globals";
import { config, status, up } from "migrate-mongo";
import { RateLimiterMongo, type RateLimiterRes } from "rate-limiter-flexible";
import { conformanceDatabase, ids, statement } from "./conformance";

const { client, db, name } = await conformanceDatabase();

async function limiter(keyPrefix: string, points: number, duration: number): Promise<RateLimiterMongo> {
  const made = new RateLimiterMongo({
    storeClient: client,
    dbName: name,
    tableName: "limits",
    keyPrefix,
    points,
    duration,
    disableIndexesCreation: true,
  });
  await made.createIndexes();
  return made;
}
const refusedIn = (outcomes: PromiseSettledResult<RateLimiterRes>[]) =>
  outcomes.filter((one) => one.status === "rejected").length;

describe("rate-limiter-flexible on MongoDB", () => {
  statement("points are counted across calls and the one too many is refused", async () => {
    const limits = await limiter("login", 3, 60);
    expect((await limits.consume("a")).remainingPoints).toBe(2);
    await limits.consume("a");
    await limits.consume("a");
    await expect(limits.consume("a")).rejects.toMatchObject({ remainingPoints: 0, consumedPoints: 4 });
    expect((await limits.consume("b")).remainingPoints).toBe(2);
    expect((await limits.get("a"))?.consumedPoints).toBe(4);
  });

  statement("of 40 parallel calls exactly as many pass as there are points", async () => {
    const limits = await limiter("burst", 10, 60);
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => limits.consume("a")));
    expect(refusedIn(outcomes)).toBe(30);
  });

  statement("an expired count starts again before any TTL run", async () => {
    const limits = await limiter("expired", 1, 60);
    await limits.consume("a");
    await db.collection("limits").updateOne({ key: "expired:a" }, { $set: { expire: new Date(Date.now() - 1_000) } });
    expect((await limits.consume("a")).consumedPoints).toBe(1);
    await expect(limits.consume("a")).rejects.toMatchObject({ consumedPoints: 2 });
  });

  statement("delete and penalty and block work", async () => {
    const limits = await limiter("misc", 5, 60);
    await limits.penalty("a", 4);
    expect((await limits.consume("a")).remainingPoints).toBe(0);
    expect(await limits.delete("a")).toBe(true);
    await limits.block("a", 60);
    await expect(limits.consume("a")).rejects.toMatchObject({ remainingPoints: 0 });
  });
});

describe("migrate-mongo", () => {
  const folder = mkdtempSync(join(tmpdir(), "yike-migrations-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const add = (file: string, body: string) =>
    writeFileSync(
      join(folder, file),
      `export const up = async (db) => { ${body} };\nexport const down = async () => {};\n`,
    );

  statement("up applies what is pending in order and status tells when", async () => {
    add("20260101000000-first.mjs", 'await db.collection("dishes").createIndex({ name: 1 }, { unique: true });');
    add("20260102000000-second.mjs", 'await db.collection("dishes").insertOne({ _id: 1, name: "fish" });');
    config.set({
      migrationsDir: folder,
      changelogCollectionName: "changelog",

      migrationFileExtension: ".mjs",
    });
    expect(await up(db, client)).toEqual(["20260101000000-first.mjs", "20260102000000-second.mjs"]);
    expect(await ids(db.collection("dishes"), { name: "fish" })).toEqual([1]);
    const applied = await status(db);
    expect(applied.map((one) => one.appliedAt === "PENDING")).toEqual([false, false]);
  });

  statement("a second up does nothing, a new file is applied alone", async () => {
    expect(await up(db, client)).toEqual([]);
    add("20260103000000-third.mjs", 'await db.collection("dishes").updateMany({}, { $set: { hot: true } });');
    expect(await up(db, client)).toEqual(["20260103000000-third.mjs"]);
    expect(await ids(db.collection("dishes"), { hot: true })).toEqual([1]);
  });
});
