import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { againOnConflict } from "../db/again-on-conflict";
import { database } from "../db/connect";
import { isOnlyDuplicates } from "../db/duplicate-key";
import type { Deps } from "../deps";
import type { OutboxEvent } from "../outbox/outbox";
import { FIRST_PREVIOUS, hashOfEntry } from "./audit-hash";
import type { AuditNote } from "./audit-note";
import { reasonOf, sealReason } from "./audit-reason";
import { AUDIT_COLLECTION, AUDIT_STREAM, type AuditEntry } from "./audit.model";

const TRIES = 20;
/** Longest pause before the second try, milliseconds; it grows with each. */
const PAUSE_MS = 20;

type AppendDeps = Pick<Deps, "clock" | "sealer">;
type NotedEvent = OutboxEvent & { readonly audit: AuditNote };

/**
 * Appends the audit notes of a batch of events to the chain, each once however often it is told. For the relay alone.
 *
 * Two relays never fork the chain: entries go in one after the other under a unique place, and whoever finds a place
 * taken reads the head again. A crash in between leaves a shorter chain that is whole.
 * @throws Error when others kept taking the place; the batch comes again
 */
export async function appendAudit(deps: AppendDeps, events: readonly OutboxEvent[]): Promise<void> {
  const noted = events.filter((event): event is NotedEvent => event.audit !== undefined);
  for (let tries = 1; noted.length > 0; tries += 1) {
    if (await againOnConflict(() => tryAppend(deps, noted))) return;
    if (tries === TRIES) throw new Error("the end of the audit chain kept moving");
    await delay(randomInt(PAUSE_MS * tries));
  }
}

const entries = () => database().collection<AuditEntry>(AUDIT_COLLECTION);

/** False when somebody else appended meanwhile; what went in before that stays. */
async function tryAppend(deps: AppendDeps, noted: readonly NotedEvent[]): Promise<boolean> {
  const known = await entries()
    .find({ _id: { $in: noted.map(({ id }) => id) } }, { projection: { _id: 1 } })
    .toArray();
  const appended = new Set(known.map(({ _id }) => _id));
  const fresh = noted.filter(({ id }) => !appended.has(id));
  if (fresh.length === 0) return true;
  const links = linksAfter(await findHead(), { deps, fresh });
  try {
    await entries().insertMany(links, { ordered: true });
    return true;
  } catch (error) {
    if (isOnlyDuplicates(error)) return false;
    throw error;
  }
}

/** The end of a chain. */
export type AuditHead = Pick<AuditEntry, "stream" | "seq" | "hash">;

/** The chain's last entry, null before the first. Read by majority: what a failover could take back is not built upon. */
export const findHead = (): Promise<AuditHead | null> =>
  entries().findOne<AuditHead>(
    { stream: AUDIT_STREAM },
    {
      sort: { seq: -1 },
      projection: { _id: 0, stream: 1, seq: 1, hash: 1 },
      readConcern: { level: "majority" },
    },
  );

function linksAfter(
  head: AuditHead | null,
  { deps, fresh }: { deps: AppendDeps; fresh: readonly NotedEvent[] },
): AuditEntry[] {
  let [seq, previous] = [head?.seq ?? 0, head?.hash ?? FIRST_PREVIOUS];
  return fresh.map((event) => {
    seq += 1;
    const link = linkOf(event, { deps, seq, previous });
    previous = link.hash;
    return link;
  });
}

interface Position {
  readonly deps: AppendDeps;
  readonly seq: number;
  readonly previous: string;
}

function linkOf({ id, at, audit }: NotedEvent, { deps, seq, previous }: Position): AuditEntry {
  const entry = {
    _id: id,
    stream: AUDIT_STREAM,
    seq,
    at: at ?? new Date(deps.clock.now()),
    act: audit.act,
    actorId: audit.actorId,
    subject: { type: audit.subject.type, id: audit.subject.id },
    forPersonId: audit.forPersonId ?? null,
    carePointId: audit.carePointId ?? null,
    ...sealReason(deps.sealer, { id, reason: reasonOf(deps.sealer, audit) }),
    previous,
  } as const;
  return { ...entry, hash: hashOfEntry(entry) };
}
