import { scopeWords } from "@shared/domains/family/family.rules";
import type { DeliveredEvent, OutboxSource } from "@server/core/outbox/outbox";
import type { BondDocument } from "./bond.model";
import { recordAct } from "./record-act";

/** What the events of a bond carry of it. */
type BondEvent = DeliveredEvent & Pick<BondDocument, "elder" | "helper" | "relation"> & { readonly at: Date };
type MadeEvent = BondEvent & Pick<BondDocument, "scopes">;
type EndedEvent = BondEvent & { readonly endedBy: string | null };

/** Tells the elder who has come to act for her, and who does so no more. What she ended herself she knows. */
export const bondEvents: OutboxSource = {
  collection: "bonds",
  deliver: async (_deps, events) => {
    for (const event of events as readonly BondEvent[]) {
      const words = wordsOf(event);
      const { id, elder, helper, relation, at } = event;
      if (words !== null) await recordAct({ id, elder, helper, relation, words, at });
    }
  },
};

function wordsOf(event: BondEvent): string | null {
  if (event.type === "family.bond-made") {
    const { scopes } = event as MadeEvent;
    return `可以替您办事了：${scopes.map((scope) => scopeWords[scope]).join("；")}`;
  }
  const { endedBy, helper, elder } = event as EndedEvent;
  if (endedBy === elder) return null;
  return endedBy === helper ? "不再替您办事了" : "替您办事的期限到了";
}

/** Tells the elder that staff made an invitation in her name. */
export const invitationEvents: OutboxSource = {
  collection: "family_invitations",
  deliver: async (_deps, events) => {
    for (const { id, at, audit } of events) {
      const elder = audit?.forPersonId;
      if (!at || elder === undefined || audit === undefined || audit.actorId === elder) continue;
      await recordAct({ id, elder, helper: audit.actorId, relation: null, words: "替您做了一个家人邀请码", at });
    }
  },
};
