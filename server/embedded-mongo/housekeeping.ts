import type { Engine } from "./engine";
import type { Collection, IndexDefinition } from "./store/catalog";
import { applyChange, indexChanges, type Change } from "./store/changes";
import { afterPrefix } from "./store/environment";
import { readRecord, scanIndex } from "./store/scan";
import { Blocked } from "./store/write-queue";
import { decode } from "./values/decode";
import { encodeKey } from "./values/key";
import { typePlace } from "./values/order";

const everyMilliseconds = 1000;
const sessionsEveryMilliseconds = 60_000;
const mostAtOnce = 500;

function expiredIds(engine: Engine, index: IndexDefinition, now: number): number[] {
  const limit = encodeKey([new Date(now - (index.expireAfterSeconds ?? 0) * 1000)], [1]);
  const ascending = index.directions[0] !== -1;
  const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => ~byte));
  const first = Buffer.from([typePlace.date]);
  const start = ascending ? first : flip(limit);
  const end = ascending ? afterPrefix(limit) : afterPrefix(flip(first));
  const range = { start: Buffer.concat([index.prefix, start]), end: Buffer.concat([index.prefix, end]) };
  const ids: number[] = [];
  for (const id of scanIndex(engine.view, index, range, false)) {
    ids.push(id);
    if (ids.length >= mostAtOnce) break;
  }
  return ids;
}

/** Deletes one expired document, unless a transaction holds it: then a later round does. */
function expire(engine: Engine, collection: Collection, recordId: number): void {
  const raw = readRecord(engine.view, collection, recordId);
  if (raw === undefined) return;
  const change: Change = { collection, recordId, before: { raw, document: decode(raw) }, after: undefined };
  const changes = indexChanges(change);
  try {
    engine.transactions.waitForRecord(collection, recordId);
    engine.transactions.waitForKeys(changes);
  } catch (error) {
    if (error instanceof Blocked) return;
    throw error;
  }
  applyChange(engine, change, changes);
}

/** One round over the TTL indexes. */
export async function expireDocuments(engine: Engine, now: number): Promise<void> {
  for (const { database, name, indexes } of engine.catalog.all()) {
    for (const index of indexes) {
      if (index.expireAfterSeconds === undefined || expiredIds(engine, index, now).length === 0) continue;
      const run = (): void => {
        const collection = engine.catalog.find(database, name);
        const current = collection?.indexes.find((one) => one.id === index.id);
        if (collection === undefined || current === undefined) return;
        for (const recordId of expiredIds(engine, current, now)) expire(engine, collection, recordId);
      };
      await engine.queue.submit({ run, maxTimeMS: undefined });
    }
  }
}

/** Every second: expired documents, idle cursors; every minute: forgotten sessions. Answers with how to stop. */
export function startHousekeeping(engine: Engine): () => void {
  let busy = false;
  let sessionsAt = Date.now();
  const round = async (): Promise<void> => {
    const now = Date.now();
    engine.cursors.closeIdle(now);
    await expireDocuments(engine, now);
    if (now - sessionsAt < sessionsEveryMilliseconds) return;
    sessionsAt = now;
    await engine.queue.submit({ run: () => engine.retries.forgetOld(now), maxTimeMS: undefined });
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    round()
      .catch((error: unknown) => process.stderr.write(`housekeeping failed: ${String(error)}\n`))
      .finally(() => (busy = false));
  }, everyMilliseconds);
  return () => clearInterval(timer);
}
