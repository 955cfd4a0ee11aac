import { trusted } from "@server/core/db/trusted";
import { PersonMergeModel, type PersonMergeDocument } from "./person-merge.model";

/** The question that waits for a person's answer, or that she answered: also when she is the record by now. */
export async function findMerge(personId: string): Promise<PersonMergeDocument | null> {
  const asked = await PersonMergeModel.findById(personId).lean<PersonMergeDocument>();
  if (asked) return asked;
  const said = { recordId: personId, state: trusted({ $in: ["open", "done"] as const }) };
  return PersonMergeModel.findOne(said).lean<PersonMergeDocument>().exec();
}
