import type { correctionsContract } from "@shared/domains/care-point-records/corrections.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Policy } from "@server/core/policy";
import { checkMembership, checkOfficer, staffOfCarePoint } from "@server/domains/accounts/index";
import { officerOf } from "./record-changes.policy";

interface Answerable {
  readonly carePointId: string;
  readonly owner: { readonly type: string; readonly id: string };
}

/** As what somebody would answer: who works there first, then the office that it went to. */
export const answeringRole = (actor: Actor, { carePointId }: Pick<Answerable, "carePointId">) =>
  checkMembership(actor, carePointId) ? "staff" : "officer";

const isOffices = (actor: Actor, { owner }: Answerable): boolean =>
  owner.type === "district" && checkOfficer(actor, owner.id);

/** What was said about another care point does not exist here, also not for whoever said it. */
const answering: Policy<Answerable | null> = (actor, correction) =>
  correction && (checkMembership(actor, correction.carePointId) || isOffices(actor, correction))
    ? "allow"
    : "not_found";

export const correctionsPolicy = {
  listOwnCorrections: staffOfCarePoint,
  listOfficeCorrections: officerOf,
  settleCorrection: answering,
} satisfies Policies<typeof correctionsContract>;
