import { auditEvent } from "@server/core/audit/audit-event";
import type { DeliveredEvent, NewEvent, OutboxSource } from "@server/core/outbox/outbox";
import { tellOfAct, type FamilyBond } from "@server/domains/family/index";

/** Somebody does something about a person's notes. */
export interface Act {
  readonly personId: string;
  readonly actorId: string;
  /** Who the actor is to her; undefined when she does it herself. */
  readonly relation: FamilyBond["relation"] | undefined;
}

interface Done {
  /** The endpoint's stem. */
  readonly act: keyof typeof deeds;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What follows 替您. What the notes say stays out of it: an inbox is read over a shoulder. */
const deeds = { "save-care-notes": "登记了过敏和忌口", "withdraw-care-notes": "撤回了过敏和忌口的登记" } as const;

export const careNotesEvent = (
  { personId, actorId, relation }: Act,
  { act, now }: Done,
): NewEvent & { id: string } => ({
  ...auditEvent({
    act: `care-notes.${act}`,
    actorId,
    subject: { type: "care-notes", id: personId },
    forPersonId: personId,
    now,
  }),
  ...(relation === undefined ? {} : { relation, deed: deeds[act] }),
});

type HelpedEvent = DeliveredEvent & { readonly relation?: FamilyBond["relation"]; readonly deed: string };

/** Tells a person what others noted for her. */
export const careNotesEvents: OutboxSource = {
  collection: "care_notes",
  deliver: async (_deps, events) => {
    for (const { id, documentId: elder, at, audit, relation, deed } of events as readonly HelpedEvent[]) {
      if (relation === undefined || !at || !audit) continue;
      await tellOfAct({ id, elder, helper: audit.actorId, relation, deed, at, carePointId: null, bookingId: null });
    }
  },
};
