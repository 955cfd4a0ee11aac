import type { careNotesContract } from "@shared/domains/care-notes/care-notes.contract";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import type { Actor } from "@server/core/policy";
import { findBond } from "@server/domains/family/index";
import { careNotesPolicy as policy } from "./care-notes.policy";
import { saveCareNotes } from "./save-care-notes";
import { showCareNotes } from "./show-care-notes";
import { withdrawCareNotes } from "./withdraw-care-notes";

export function createCareNotesHandlers(deps: Deps): Handlers<typeof careNotesContract> {
  /** Whose notes, and by what right: looked up anew each time, so that a withdrawn bond is none. */
  const reach = async (actor: Actor, personId = actor.id) => {
    const now = deps.clock.now();
    return {
      personId,
      bond: personId === actor.id ? null : await findBond({ elderId: personId, actorId: actor.id, now }),
    };
  };
  return {
    getCareNotes: async ({ actor, authorize, query: { elderId } }) => {
      const facts = await reach(actor, elderId);
      authorize(policy.getCareNotes(actor, facts));
      return showCareNotes(deps, { ...facts, viewerId: actor.id });
    },

    saveCareNotes: async ({ actor, authorize, body: { elderId, consentVersion, ...notes } }) => {
      const facts = await reach(actor, elderId);
      authorize(policy.saveCareNotes(actor, facts));
      const { personId, bond } = facts;
      await saveCareNotes(deps, { personId, actorId: actor.id, relation: bond?.relation, notes, consentVersion });
      return showCareNotes(deps, { personId, viewerId: actor.id });
    },

    withdrawCareNotes: async ({ actor, authorize, body: { elderId } }) => {
      const facts = await reach(actor, elderId);
      authorize(policy.withdrawCareNotes(actor, facts));
      const { personId, bond } = facts;
      await withdrawCareNotes(deps, { personId, actorId: actor.id, relation: bond?.relation });
      return showCareNotes(deps, { personId, viewerId: actor.id });
    },
  };
}
