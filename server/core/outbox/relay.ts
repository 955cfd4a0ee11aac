import type { mongo } from "mongoose";
import { appendAudit } from "../audit/append-audit";
import { auditReads } from "../audit/record-read";
import { database } from "../db/connect";
import type { Deps } from "../deps";
import type { Job } from "../jobs/job";
import type { DeliveredEvent, OutboxEvent, OutboxSource } from "./outbox";

const BATCH = 100;
/** Mostly all there is, in one answer: the cursor need not stay open while events are delivered. */
const READ_AT_ONCE = 1_000;
const EVERY_SECONDS = 1;

interface Carrier {
  readonly _id: string;
  readonly outbox: readonly OutboxEvent[];
}

/** The job that delivers the events of all sources and the recorded reads, about a second after they happened. */
export const outboxRelay = (sources: readonly OutboxSource[]): Job => ({
  name: "outbox.relay",
  every: { seconds: EVERY_SECONDS },
  run: async (deps) => {
    for (const source of [...sources, auditReads]) await relay({ source, deps });
  },
});

/**
 * Delivers what waits in one collection; what carries an audit note enters the chain first. Delivered events are taken out only afterwards: a crash in between delivers
 * them again, it never loses one. A batch that cannot be delivered stays and does not hold up the others.
 */
export async function relay({ source, deps }: { source: OutboxSource; deps: Deps }): Promise<void> {
  const carriers = database().collection<Carrier>(source.collection);
  const waiting = carriers.find(
    { "outbox.id": { $exists: true } },
    { projection: { outbox: 1 }, batchSize: READ_AT_ONCE },
  );
  let batch: Carrier[] = [];
  for await (const carrier of waiting) {
    batch.push(carrier);
    if (batch.length < BATCH) continue;
    await deliver({ source, deps, carriers, batch });
    batch = [];
  }
  if (batch.length > 0) await deliver({ source, deps, carriers, batch });
}

interface Delivery {
  readonly source: OutboxSource;
  readonly deps: Deps;
  readonly carriers: mongo.Collection<Carrier>;
  readonly batch: readonly Carrier[];
}

async function deliver({ source, deps, carriers, batch }: Delivery): Promise<void> {
  try {
    const events = batch.flatMap(eventsOf);
    await appendAudit(deps, events);
    await source.deliver(deps, events);
  } catch (error) {
    deps.logger.error({ collection: source.collection, events: batch.length, err: error }, "events not delivered");
    return;
  }
  await carriers.bulkWrite(
    batch.map(({ _id, outbox }) => ({
      updateOne: { filter: { _id }, update: { $pull: { outbox: { id: { $in: outbox.map(({ id }) => id) } } } } },
    })),
    { ordered: false },
  );
}

const eventsOf = ({ _id, outbox }: Carrier): DeliveredEvent[] => outbox.map((event) => ({ ...event, documentId: _id }));
