import type { carePointMergesContract } from "@shared/domains/care-point-imports/care-point-merges.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkOfficer } from "@server/domains/accounts/index";

/** Regions are public, so others are told that it is not theirs to do. */
const ofOffice: Policy<{ readonly regionId: string }> = (actor, { regionId }) =>
  checkOfficer(actor, regionId) ? "allow" : "forbidden";

export const carePointMergesPolicy = {
  listMerges: ofOffice,
  findMergeSides: ofOffice,
  proposeMerge: ofOffice,
  /** What an office looks into is its own: to others it is not there. */
  answerMerge: ((actor, merge) =>
    merge && checkOfficer(actor, merge.owner.id) ? "allow" : "not_found") satisfies Policy<{
    readonly owner: { readonly id: string };
  } | null>,
} satisfies Policies<typeof carePointMergesContract>;
