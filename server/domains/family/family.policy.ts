import type { familyContract } from "@shared/domains/family/family.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkMembership, type KnownPerson } from "@server/domains/accounts/index";

/** Everybody over her own: these endpoints name nobody else. */
const own: Policy = () => "allow";

interface Inviting {
  /** Null when the elder invites for herself. */
  readonly onBehalf: {
    readonly carePointId: string;
    /** The district that the care point serves. */
    readonly districtId: string | null;
    /** Null when there is no such person. */
    readonly elder: Pick<KnownPerson, "districtId" | "isStaff"> | null;
  } | null;
}

/** Staff invite for a resident of their district; as with sign-in codes, never for a colleague. */
const herselfOrStaff: Policy<Inviting> = (actor, { onBehalf }) => {
  if (onBehalf === null) return "allow";
  const { carePointId, districtId, elder } = onBehalf;
  if (!checkMembership(actor, carePointId)) return "forbidden";
  return districtId !== null && elder?.districtId === districtId && !elder.isStaff ? "allow" : "not_found";
};

/** A bond is its two sides' own: for everybody else it does not exist. */
const eitherSide: Policy<{ readonly elder: string; readonly helper: string }> = (actor, { elder, helper }) =>
  actor.id === elder || actor.id === helper ? "allow" : "not_found";

export const familyPolicy = {
  inviteFamily: herselfOrStaff,
  acceptInvitation: own,
  listBonds: own,
  withdrawBond: eitherSide,
  listActsForMe: own,
} satisfies Policies<typeof familyContract>;
