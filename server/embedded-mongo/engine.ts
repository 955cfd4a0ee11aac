import { join } from "node:path";
import { Cursors } from "./sessions/cursors";
import { Retries } from "./sessions/retries";
import { Transactions } from "./sessions/transactions";
import { Catalog } from "./store/catalog";
import { openEnvironment, type Environment } from "./store/environment";
import type { View } from "./store/scan";
import { WriteQueue } from "./store/write-queue";

/** Everything a command works with. */
export interface Engine {
  environment: Environment;
  catalog: Catalog;
  queue: WriteQueue;
  transactions: Transactions;
  retries: Retries;
  cursors: Cursors;
  /** The committed state. */
  view: View;
  /** `host:port`, once it listens. */
  address: string;
}

export function openEngine(dataFolder: string, transactionLifetimeMilliseconds: number): Engine {
  const environment = openEnvironment(join(dataFolder, "store"));
  const catalog = new Catalog(environment);
  const transactions = new Transactions(environment, transactionLifetimeMilliseconds);
  const cursors = new Cursors();
  transactions.onEnd = (transaction) => cursors.killOf(transaction);
  return {
    environment,
    catalog,
    queue: new WriteQueue(environment, catalog),
    transactions,
    retries: new Retries(environment),
    cursors,
    view: { environment, snapshot: undefined, staged: undefined, newestBatch: Infinity },
    address: "",
  };
}

/** Answers what was asked, then closes the store. */
export async function closeEngine(engine: Engine): Promise<void> {
  engine.transactions.endAll();
  await engine.queue.drain();
  await engine.environment.root.close();
}
