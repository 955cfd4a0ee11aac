import type { Actor } from "@server/core/policy";
import { findBond, type FamilyBond } from "@server/domains/family/index";

/** Whose meals somebody asks about, and by what right: facts for the policy. */
export interface Reach {
  readonly elder: string;
  /** Null for the elder herself, and where there is none. */
  readonly bond: FamilyBond | null;
}

interface Asking {
  readonly actor: Pick<Actor, "id">;
  /** The actor herself unless she names somebody. */
  readonly elderId: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Looked up anew for each request: a bond that was withdrawn a moment ago is none. */
export async function reachOf({ actor, elderId = actor.id, now }: Asking): Promise<Reach> {
  const bond = elderId === actor.id ? null : await findBond({ elderId, actorId: actor.id, now });
  return { elder: elderId, bond };
}
