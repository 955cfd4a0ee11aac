import { scopeWords } from "@shared/domains/family/family.rules";
import type { DeliveredEvent, OutboxSource } from "@server/core/outbox/outbox";
import { findKnownPeople } from "@server/domains/accounts/index";
import { notify } from "@server/domains/notices/index";
import type { BondDocument } from "./bond.model";
import { helperLabel } from "./family.presenter";
import { recordAct } from "./record-act";
import { tellOfAct } from "./tell-of-act";

/** What the events of a bond carry of it. */
type BondEvent = DeliveredEvent & Pick<BondDocument, "elder" | "helper" | "relation"> & { readonly at: Date };
type MadeEvent = BondEvent & Pick<BondDocument, "scopes">;
type EndedEvent = BondEvent & { readonly endedBy: string | null };

const isMade = (event: BondEvent): event is MadeEvent => event.type === "family.bond-made";

/** Tells the elder who has come to act for her, and both sides that it is over. What a person did herself she knows. */
export const bondEvents: OutboxSource = {
  collection: "bonds",
  deliver: async (_deps, events) => {
    for (const event of events as readonly BondEvent[]) {
      const { elder, helper } = event;
      const names = await findKnownPeople([elder, helper]);
      const nameOf = (id: string) => names.get(id)?.preferredName ?? null;
      const helperName = helperLabel({ relation: event.relation, preferredName: nameOf(helper) });
      if (isMade(event)) await tellOfBond(event, helperName);
      else
        await tellOfEnd(event as EndedEvent, {
          helperName,
          elderName: helperLabel({ relation: null, preferredName: nameOf(elder) }),
        });
    }
  },
};

async function tellOfBond({ id, elder, helper, relation, scopes, at }: MadeEvent, name: string): Promise<void> {
  const words = `可以替您办事了：${scopes.map((scope) => scopeWords[scope]).join("；")}`;
  await recordAct({ id, elder, helper, relation, words, at });
  const notice = { template: "family_joined", name } as const;
  await notify({ key: id, personId: elder, carePointId: null, now: at.getTime(), notice });
}

async function tellOfEnd(
  { id, elder, helper, relation, at, endedBy }: EndedEvent,
  { helperName, elderName }: { readonly helperName: string; readonly elderName: string },
): Promise<void> {
  const words = endedBy === helper ? "不再替您办事了" : "替您办事的期限到了";
  if (endedBy !== elder) await recordAct({ id, elder, helper, relation, words, at });
  const told = [
    { personId: elder, name: helperName },
    { personId: helper, name: elderName },
  ].filter(({ personId }) => personId !== endedBy);
  for (const { personId, name } of told) {
    const notice = { template: "family_ended", name } as const;
    await notify({ key: id, personId, carePointId: null, now: at.getTime(), notice });
  }
}

/** Tells the elder that staff made an invitation in her name. */
export const invitationEvents: OutboxSource = {
  collection: "family_invitations",
  deliver: async (_deps, events) => {
    for (const { id, at, audit } of events) {
      const elder = audit?.forPersonId;
      if (!at || elder === undefined || audit === undefined || audit.actorId === elder) continue;
      const carePointId = audit.carePointId ?? null;
      const deed = "做了一个家人邀请码";
      await tellOfAct({ id, elder, helper: audit.actorId, relation: null, deed, at, carePointId, bookingId: null });
    }
  },
};
