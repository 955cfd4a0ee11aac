import type { AuditNote } from "../audit/audit-note";
import type { WantedIndex } from "../db/indexes";
import type { Deps } from "../deps";

/**
 * Something that happened, pushed into `outbox` of a document by the very update that made it happen: state and event
 * cannot part. The relay takes it out once it is delivered.
 */
export interface OutboxEvent {
  /** Unique; a subscriber that must act only once remembers it. */
  readonly id: string;
  /** `<domain>.<what-happened>`, such as `meals.portion-claimed`. */
  readonly type: string;
  /** When it happened; where it is absent, the audit takes the moment of its delivery. */
  readonly at?: Date;
  /** Set on a change of state: the relay appends it to the audit chain before it delivers the event. */
  readonly audit?: AuditNote;
}

/** An event as a use-case describes it; whoever writes it adds the id. */
export type NewEvent = Omit<OutboxEvent, "id"> & { readonly [detail: string]: unknown };

/** An event with the document it was found on. */
export interface DeliveredEvent extends OutboxEvent {
  readonly documentId: string;
  /** Whatever else was pushed with it. */
  readonly [detail: string]: unknown;
}

/** A collection whose documents carry events, and who wants them. */
export interface OutboxSource {
  readonly collection: string;
  /** Receives a batch at least once, events of one document in their order; a throw brings the batch back. */
  readonly deliver: (deps: Deps, events: readonly DeliveredEvent[]) => Promise<void>;
}

/** The index that every collection with an outbox has, so that the relay finds the few waiting documents. */
export const outboxIndex = {
  name: "outbox",
  key: { "outbox.id": 1 },
  partialFilterExpression: { "outbox.id": { $exists: true } },
  serves: "the relay: documents with events to deliver",
} as const satisfies WantedIndex;
