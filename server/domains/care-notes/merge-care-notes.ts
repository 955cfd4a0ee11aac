import { eraseDelivered } from "@server/core/db/erase-delivered";
import type { Deps } from "@server/core/deps";
import type { Erasure, Merging } from "@server/core/personal-data";
import { CareNotesModel } from "./care-notes.model";
import { findKept } from "./care-notes.queries";
import { openNotes, sealNotes, type Notes } from "./sealed-notes";

/** Two sets of notes become one: whatever either warned of is warned of. The later consent is kept. */
export async function mergeCareNotes({ sealer }: Pick<Deps, "sealer">, { from, to }: Merging): Promise<Erasure> {
  const [moving, kept] = await Promise.all([findKept(from), findKept(to)]);
  const added = openNotes(sealer, moving);
  if (moving?.consent && added) {
    const notes = sumOf(openNotes(sealer, kept), added);
    const own = { ...moving.consent, by: moving.consent.by === from ? to : moving.consent.by };
    const consent = kept?.consent && kept.consent.at > own.at ? kept.consent : own;
    await CareNotesModel.updateOne(
      { _id: to },
      { $set: { notes: sealNotes(sealer, { personId: to, notes }), consent } },
      { upsert: true },
    );
    await CareNotesModel.updateOne({ _id: from }, { $set: { notes: null, consent: null } });
  }
  return eraseDelivered("care_notes", { _id: from });
}

const sumOf = (kept: Notes | null, added: Notes): Notes => ({
  allergens: [...new Set([...(kept?.allergens ?? []), ...added.allergens])],
  dietMarks: [...new Set([...(kept?.dietMarks ?? []), ...added.dietMarks])],
});
