import type { ServiceDate } from "@shared/core/primitives";
import type { Deps } from "@server/core/deps";
import { mapPeople } from "./people-by-id";
import { isStaff, PersonModel, type PersonDocument } from "./person.model";
import { openBirthDate } from "./personal-values";

/** What other domains may know of a person. */
export interface KnownPerson {
  readonly id: string;
  /** Null before onboarding. */
  readonly preferredName: string | null;
  readonly communityId: string | null;
  readonly districtId: string | null;
  readonly isStaff: boolean;
  readonly hasBirthDate: boolean;
}

const FIELDS = ["preferredName", "communityId", "districtId", "memberships", "offices", "birthDate"] as const;
type Known = Pick<PersonDocument, "_id" | (typeof FIELDS)[number]>;

/** People by id; who is not there is left out. */
export const findKnownPeople = (ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> =>
  mapPeople({ ids, fields: FIELDS }, toKnown);

const toKnown = ({ _id, preferredName, communityId, districtId, birthDate, ...roles }: Known): KnownPerson => ({
  id: _id,
  preferredName,
  communityId,
  districtId,
  isStaff: isStaff(roles),
  hasBirthDate: birthDate !== null,
});

interface BirthDateGuess {
  readonly personId: string;
  readonly birthDate: ServiceDate;
}

/** Whether a person was born on a day; whoever asks counts the attempts. */
export async function isBirthDateOf(sealer: Deps["sealer"], { personId, birthDate }: BirthDateGuess): Promise<boolean> {
  const person = await PersonModel.findById(personId)
    .select({ birthDate: 1 })
    .lean<Pick<PersonDocument, "_id" | "birthDate">>();
  return person !== null && openBirthDate(sealer, person) === birthDate;
}
