import type { accountsContract } from "@shared/domains/accounts/accounts.contract";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { accountsPolicy as policy } from "./accounts.policy";
import { chooseCommunity, completeOnboarding } from "./complete-onboarding";
import { createResidentsHandlers } from "./residents.handlers";
import { endSession } from "./sessions";
import { requireMe, showMe } from "./show-me";
import { createSignInHandlers } from "./sign-in.handlers";

export const createAccountsHandlers = (deps: Deps): Handlers<typeof accountsContract> => ({
  ...createSignInHandlers(deps),
  ...createResidentsHandlers(deps),

  getMe: async ({ actor, authorize }) => {
    authorize(policy.getMe(actor, undefined));
    return showMe(deps, await requireMe(actor.id));
  },

  completeOnboarding: async ({ actor, authorize, body }) => {
    authorize(policy.completeOnboarding(actor, undefined));
    return showMe(deps, await completeOnboarding(deps, { personId: actor.id, ...body }));
  },

  chooseCommunity: async ({ actor, authorize, body: { communityId } }) => {
    authorize(policy.chooseCommunity(actor, undefined));
    return showMe(deps, await chooseCommunity(deps, { personId: actor.id, communityId }));
  },

  signOut: async ({ actor, authorize }) => {
    authorize(policy.signOut(actor, undefined));
    await endSession(deps, actor);
    return { signedOut: true };
  },
});
