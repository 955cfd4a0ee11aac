import type { Deps } from "@server/core/deps";
import { CareNotesModel, type CareNotesDocument } from "./care-notes.model";
import { openNotes, type Notes } from "./sealed-notes";

type Kept = Pick<CareNotesDocument, "_id" | "notes" | "consent">;

export const findKept = (personId: string): Promise<Kept | null> =>
  CareNotesModel.findById(personId).select({ notes: 1, consent: 1 }).lean<Kept>().exec();

/** A person's allergies and diet; null when none are kept. Whoever asks has the right to them. One command. */
export async function findCareNotes({ sealer }: Pick<Deps, "sealer">, personId: string): Promise<Notes | null> {
  return openNotes(sealer, await findKept(personId));
}
