import type { myDataContract } from "@shared/domains/accounts/my-data.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";

/** Everybody over her own: the endpoints name nobody else. */
const own: Policy = () => "allow";

export const myDataPolicy = {
  getMyData: own,
  /** Whoever works at a care point first hands that over: the manager takes her role, then she may leave. */
  deleteAccount: ((actor) => (actor.memberships.length === 0 ? "allow" : "forbidden")) satisfies Policy,
} satisfies Policies<typeof myDataContract>;
