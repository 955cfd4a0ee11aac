import { useMutation } from "@tanstack/react-query";
import type { BondLength, FamilyScope, Relation } from "@shared/domains/family/family.contract";
import { familyApi } from "./family.api";

export interface InvitationWish {
  readonly relation: Relation;
  readonly scopes: FamilyScope[];
  readonly lasts: BondLength;
  /** By staff, for an elder who stands before them. */
  readonly onBehalf?: { readonly elderId: string; readonly carePointId: string };
}

/** Makes a code for a relative; the one before it ends. */
export const useInviteFamily = () =>
  useMutation({ mutationFn: (body: InvitationWish) => familyApi.inviteFamily({ body }) });
