import { trusted } from "@server/core/db/trusted";
import { PersonModel, type PersonDocument } from "./person.model";

interface Wanted<Field> {
  readonly ids: readonly string[];
  /** Read and handed on are these alone. */
  readonly fields: readonly Field[];
}

/** What becomes of each person, by her id; who is not there is left out. At most one command. */
export async function mapPeople<Field extends keyof PersonDocument, Shown>(
  { ids, fields }: Wanted<Field>,
  present: (person: Pick<PersonDocument, "_id" | Field>) => Shown,
): Promise<Map<string, Shown>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const people = await PersonModel.find({ _id: trusted({ $in: wanted }) })
    .select([...fields])
    .limit(wanted.length)
    .lean<Pick<PersonDocument, "_id" | Field>[]>();
  return new Map(people.map((person) => [person._id, present(person)]));
}
