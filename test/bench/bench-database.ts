import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { systemClock } from "@server/core/clock";
import { connect, database, disconnect } from "@server/core/db/connect";
import { migrate } from "@server/core/db/migrate";
import { startEngine } from "../support/embedded-engine";

/** The one database of a run, connected and migrated. */
export interface BenchDatabase {
  /** Connection string that names the database. */
  readonly uri: string;
  /** What answers: engine and version. */
  readonly engine: string;
  readonly drop: () => Promise<void>;
}

/** A database of its own on `MONGODB_URI`, else on an embedded engine started for the run. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const given = process.env["MONGODB_URI"] ?? "";
  const own = given === "" ? await startOwn() : null;
  const uri = named(own?.uri ?? given, `yike_bench_${randomBytes(6).toString("hex")}`);
  await connect({ uri });
  await migrate(systemClock);
  const { version } = (await database().admin().command({ buildInfo: 1 })) as { version: string };
  const drop = async () => {
    await mongoose.connection.dropDatabase();
    await disconnect();
    await own?.end();
  };
  return { uri, engine: `${own ? "embedded engine" : "MONGODB_URI"} ${version}`, drop };
}

async function startOwn() {
  const folder = mkdtempSync(join(tmpdir(), "yike-bench-"));
  const engine = await startEngine(folder);
  const end = async () => {
    await engine.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { uri: engine.uri, end };
}

/** The connection string with this database in the place of whichever it names. */
function named(uri: string, name: string): string {
  const [address = "", options] = uri.split("?");
  const [, server = ""] = /^([^:]+:\/\/[^/]+)/.exec(address) ?? [];
  return `${server}/${name}${options === undefined ? "" : `?${options}`}`;
}
