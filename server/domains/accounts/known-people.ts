import type { ServiceDate } from "@shared/core/primitives";
import type { Deps } from "@server/core/deps";
import { trusted } from "@server/core/db/trusted";
import { PersonModel, type PersonDocument } from "./person.model";
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

const KNOWN = { preferredName: 1, communityId: 1, districtId: 1, memberships: 1, birthDate: 1 } as const;
type KnownDocument = Pick<PersonDocument, "_id" | keyof typeof KNOWN>;

/** People by id; who is not there is left out. */
export async function findKnownPeople(ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const people = await PersonModel.find({ _id: trusted({ $in: wanted }) })
    .select(KNOWN)
    .limit(wanted.length)
    .lean<KnownDocument[]>();
  return new Map(people.map((person) => [person._id, toKnown(person)]));
}

const toKnown = ({ _id, preferredName, communityId, districtId, memberships, birthDate }: KnownDocument) => ({
  id: _id,
  preferredName,
  communityId,
  districtId,
  isStaff: memberships.length > 0,
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
