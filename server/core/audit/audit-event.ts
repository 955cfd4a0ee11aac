import { newId } from "../ids";
import type { OutboxEvent, OutboxSource } from "../outbox/outbox";
import type { AuditNote } from "./audit-note";

interface Noted extends AuditNote {
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The event of an act that nobody but the audit wants to hear of. */
export const auditEvent = ({ now, ...audit }: Noted): OutboxEvent => ({
  id: newId(),
  type: audit.act,
  at: new Date(now),
  audit,
});

/** A collection whose events only the audit wants. */
export const auditOnly = (collection: string): OutboxSource => ({ collection, deliver: () => Promise.resolve() });
