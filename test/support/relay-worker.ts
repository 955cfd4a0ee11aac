import { randomBytes } from "node:crypto";
import { systemClock } from "@server/core/clock";
import { createSealer } from "@server/core/crypto/sealer";
import { connect } from "@server/core/db/connect";
import type { Deps } from "@server/core/deps";
import { createLogger } from "@server/core/logger";
import { relay } from "@server/core/outbox/relay";

/**
 * A process that relays the events of `carriers` and stands still between appending and taking them out, to be killed
 * there: `relay-worker.ts <uri> <database>`.
 */
const [, , uri = "", dbName = ""] = process.argv;

const deliver = async () => {
  process.stdout.write("appended\n");
  await new Promise(() => undefined);
};

await connect({ uri, dbName });
const sealer = createSealer({ fieldKeys: [{ id: "worker", key: randomBytes(32) }], indexKey: randomBytes(32) });
const deps = { clock: systemClock, logger: createLogger({ level: "warn" }), sealer } as unknown as Deps;
await relay({ source: { collection: "carriers", deliver }, deps });
