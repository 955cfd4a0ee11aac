import { ageOn } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { Sealer } from "@server/core/crypto/sealer";
import { trusted } from "@server/core/db/trusted";
import { PersonModel, type PersonDocument } from "./person.model";
import { initialsOf, openBirthDate, openPhoneTail } from "./personal-values";

/** What a roster says of somebody. Whoever opens one has written that down before. */
export interface RosterPerson {
  readonly name: string;
  /** "wxl" */
  readonly pinyinInitials: string;
  readonly phoneTail: string | null;
  readonly age: number | null;
}

const FIELDS = { preferredName: 1, phone: 1, birthDate: 1 } as const;
type Listed = Pick<PersonDocument, "_id" | keyof typeof FIELDS>;

interface Listing {
  readonly sealer: Sealer;
  readonly ids: readonly string[];
  readonly today: ServiceDate;
}

/** The people of a roster by id; who is not there is left out. At most one command. */
export async function findRosterPeople({ sealer, ids, today }: Listing): Promise<ReadonlyMap<string, RosterPerson>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const people = await PersonModel.find({ _id: trusted({ $in: wanted }) })
    .select(FIELDS)
    .limit(wanted.length)
    .lean<Listed[]>();
  return new Map(people.map((person) => [person._id, toRosterPerson({ sealer, person, today })]));
}

function toRosterPerson({ sealer, person, today }: Omit<Listing, "ids"> & { person: Listed }): RosterPerson {
  const birthDate = openBirthDate(sealer, person);
  const name = person.preferredName ?? "";
  return {
    name,
    pinyinInitials: initialsOf(name),
    phoneTail: openPhoneTail(sealer, person),
    age: birthDate === null ? null : ageOn({ birthDate, on: today }),
  };
}
