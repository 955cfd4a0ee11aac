import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { systemClock, toInstant } from "../core/clock";
import { database } from "../core/db/connect";
import { dumpDatabase, type DumpedCollection } from "../core/db/dump";
import { restoreDatabase } from "../core/db/restore";
import type { Env } from "../env";
import { withDatabase } from "./with-database";

/**
 * npm run backup                    copies the database, photos with it, into <DATA_DIR>/backups/<time>; the app may run
 * npm run backup -- --to DIR        copies it into DIR
 * npm run backup -- --restore DIR   puts a copy back into an empty database, for example under a new DATA_DIR
 *
 * The keys of sealed values are not in the copy: keep `<DATA_DIR>/secrets.json`, or the settings that hold them, apart.
 */
await withDatabase(async (env) => {
  const { values } = parseArgs({ options: { to: { type: "string" }, restore: { type: "string" } } });
  if (values.restore !== undefined) return restore(resolve(values.restore));
  return backUp(resolve(values.to ?? join(env.dataDir, "backups", fileTime())), env);
});

async function backUp(folder: string, env: Env): Promise<void> {
  const collections = await dumpDatabase({ db: database(), folder });
  console.log(`Copied ${summary(collections)} to ${folder}.`);
  if (env.mongodbUri === null) console.log(`Keep a copy of ${join(env.dataDir, "secrets.json")} in another place.`);
}

async function restore(folder: string): Promise<void> {
  console.log(`Put back ${summary(await restoreDatabase({ db: database(), folder }))} from ${folder}.`);
}

function fileTime(): string {
  return toInstant(systemClock.now()).slice(0, 19).replaceAll(/[-:]/g, "") + "Z";
}

function summary(collections: readonly DumpedCollection[]): string {
  const documents = collections.reduce((sum, one) => sum + one.documents, 0);
  return `${documents} documents of ${collections.length} collections`;
}
