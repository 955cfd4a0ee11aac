import type { myDataContract } from "@shared/domains/accounts/my-data.contract";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { deleteAccount } from "./delete-account";
import { myDataPolicy as policy } from "./my-data.policy";
import { showMyData } from "./show-my-data";

export const createMyDataHandlers = (deps: Deps): Handlers<typeof myDataContract> => ({
  getMyData: async ({ actor, authorize }) => {
    authorize(policy.getMyData(actor, undefined));
    return showMyData(deps, actor.id);
  },

  deleteAccount: async ({ actor, authorize }) => {
    authorize(policy.deleteAccount(actor));
    await deleteAccount(deps, actor.id);
    return { deleted: true };
  },
});
