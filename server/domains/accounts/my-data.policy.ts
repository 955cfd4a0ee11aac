import type { myDataContract } from "@shared/domains/accounts/my-data.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { isStaff } from "./person.model";

/** Everybody over her own: the endpoints name nobody else. */
const own: Policy = () => "allow";

export const myDataPolicy = {
  getMyData: own,
  /** Whoever works somewhere first hands that over: the manager takes her role, then she may leave. */
  deleteAccount: ((actor) => (!isStaff(actor) ? "allow" : "forbidden")) satisfies Policy,
} satisfies Policies<typeof myDataContract>;
