import type { careNotesContract } from "@shared/domains/care-notes/care-notes.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Policy } from "@server/core/policy";
import type { FamilyBond } from "@server/domains/family/index";

interface OfPerson {
  readonly personId: string;
  /** By which the actor may act for her; null for herself and for strangers. */
  readonly bond: Pick<FamilyBond, "scopes"> | null;
}

/** Health data: hers, and theirs whom she lets look after just this. The leave to order meals is not enough (个保法 第二十九条). */
export const mayKnowCareNotes = (actor: Pick<Actor, "id">, { personId, bond }: OfPerson): boolean =>
  actor.id === personId || bond?.scopes.includes("care_notes") === true;

const herOwnOrHelped: Policy<OfPerson> = (actor, facts) => (mayKnowCareNotes(actor, facts) ? "allow" : "not_found");

export const careNotesPolicy = {
  getCareNotes: herOwnOrHelped,
  saveCareNotes: herOwnOrHelped,
  withdrawCareNotes: herOwnOrHelped,
} satisfies Policies<typeof careNotesContract>;
