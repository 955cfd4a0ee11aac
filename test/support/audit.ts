import { database } from "@server/core/db/connect";
import { AUDIT_COLLECTION, type AuditEntry } from "@server/core/audit/audit.model";
import { outboxRelay } from "@server/core/outbox/relay";
import { allDomains } from "@server/domains/index";
import type { TestApp } from "./app";

/** More than any test leaves: in one answer, since an engine may lose a cursor that stays open. */
const ENTRIES_AT_MOST = 10_000;

/** The audit chain as the database holds it, in its order. */
export const auditChain = (): Promise<AuditEntry[]> =>
  database()
    .collection<AuditEntry>(AUDIT_COLLECTION)
    .find({}, { batchSize: ENTRIES_AT_MOST })
    .sort({ stream: 1, seq: 1 })
    .toArray();

/** Does the relay's turn, and gives the chain afterwards. */
export async function relayedChain({ deps }: Pick<TestApp, "deps">): Promise<AuditEntry[]> {
  await outboxRelay(allDomains.flatMap((domain) => domain.outbox ?? [])).run(deps);
  return auditChain();
}
