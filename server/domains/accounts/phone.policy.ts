import type { phoneContract } from "@shared/domains/accounts/phone.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";

/** Everybody over her own number: the endpoint names no other person. */
const own: Policy = () => "allow";

export const phonePolicy = { linkWechatPhone: own } satisfies Policies<typeof phoneContract>;
