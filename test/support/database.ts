import { randomBytes } from "node:crypto";
import { MongoClient, type Db, type MongoClientOptions } from "mongodb";

const uri = process.env["TEST_MONGODB_URI"] ?? "";
const engine = process.env["TEST_MONGODB_ENGINE"] ?? "";

/** Name of the database engine under test: `embedded`, or what a server under `MONGODB_URI` calls its storage. */
export const engineName = engine.split(" ")[0] ?? "";

/** Whether this run uses the product's own embedded engine. */
export const onEmbeddedEngine = engineName === "embedded";

export interface TestDatabase {
  /** Connection string of the server, without a database name. */
  uri: string;
  name: string;
  client: MongoClient;
  db: Db;
  /** Drops the database and closes the client. */
  drop(): Promise<void>;
}

/** A fresh, empty database for one test file; call `drop` in `afterAll`. */
export async function testDatabase(options: MongoClientOptions = {}): Promise<TestDatabase> {
  const name = `yike_${process.env["JEST_WORKER_ID"] ?? "0"}_${randomBytes(6).toString("hex")}`;
  const client = await MongoClient.connect(uri, {
    serverSelectionTimeoutMS: 10_000,
    ...options,
  });
  const db = client.db(name);
  const drop = async () => {
    await db.dropDatabase();
    await client.close();
  };
  return { uri, name, client, db, drop };
}
