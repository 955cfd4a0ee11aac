import { database } from "../db/connect";
import { newId } from "../ids";
import type { OutboxEvent, OutboxSource } from "../outbox/outbox";
import { auditEvent } from "./audit-event";
import type { AuditNote } from "./audit-note";
import { AUDIT_READS_COLLECTION } from "./audit.model";

interface ReadCarrier {
  readonly _id: string;
  readonly outbox: readonly OutboxEvent[];
}

/** What is about to be read, by whom; `now` in epoch milliseconds. */
export interface RecordedRead extends AuditNote {
  readonly now: number;
}

const carriers = () => database().collection<ReadCarrier>(AUDIT_READS_COLLECTION);

/**
 * Writes down that staff is about to read personal data: a roster, a list of persons, a sealed field (R-A2). Await it
 * before the read: when it throws, the read does not happen. The relay brings it into the audit chain.
 * @throws the database's error when it is not durably written
 */
export async function recordRead(read: RecordedRead): Promise<void> {
  await carriers().insertOne({ _id: newId(), outbox: [auditEvent(read)] });
}

/** Where recorded reads wait for the relay; what is in the chain is dropped here. */
export const auditReads: OutboxSource = {
  collection: AUDIT_READS_COLLECTION,
  deliver: async (_deps, events) => {
    await carriers().deleteMany({ _id: { $in: events.map(({ documentId }) => documentId) } });
  },
};
