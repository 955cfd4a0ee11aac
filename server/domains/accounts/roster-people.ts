import { ageOn } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { Sealer } from "@server/core/crypto/sealer";
import { mapPeople } from "./people-by-id";
import type { PersonDocument } from "./person.model";
import { initialsOf, openBirthDate, openPhoneTail } from "./personal-values";

/** What a roster says of somebody. Whoever opens one has written that down before. */
export interface RosterPerson {
  readonly name: string;
  /** "wxl" */
  readonly pinyinInitials: string;
  readonly phoneTail: string | null;
  readonly age: number | null;
}

const FIELDS = ["preferredName", "phone", "birthDate"] as const;
type Listed = Pick<PersonDocument, "_id" | (typeof FIELDS)[number]>;

interface Listing {
  readonly sealer: Sealer;
  readonly ids: readonly string[];
  readonly today: ServiceDate;
}

/** The people of a roster by id; who is not there is left out. At most one command. */
export const findRosterPeople = ({ sealer, ids, today }: Listing): Promise<ReadonlyMap<string, RosterPerson>> =>
  mapPeople({ ids, fields: FIELDS }, (person) => toRosterPerson({ sealer, person, today }));

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
