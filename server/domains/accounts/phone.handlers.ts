import type { phoneContract } from "@shared/domains/accounts/phone.contract";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { linkWechatPhone } from "./link-wechat-phone";
import { phonePolicy as policy } from "./phone.policy";

/** Every attempt is counted: each costs the operator a call to WeChat. */
export const createPhoneHandlers = (deps: Deps): Handlers<typeof phoneContract> => ({
  linkWechatPhone: async ({ actor, authorize, body: { code } }) => {
    authorize(policy.linkWechatPhone(actor, undefined));
    await deps.limits.consume("secret", `phone ${actor.id}`);
    return linkWechatPhone(deps, { personId: actor.id, code });
  },
});
