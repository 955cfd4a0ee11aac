import { allergenWords, dietWords } from "@shared/core/diet";
import { eraseDelivered } from "@server/core/db/erase-delivered";
import type { Deps } from "@server/core/deps";
import type { DataGroup, PersonalData } from "@server/core/personal-data";
import { CareNotesModel } from "./care-notes.model";
import { findKept } from "./care-notes.queries";
import { mergeCareNotes } from "./merge-care-notes";
import { openNotes } from "./sealed-notes";

/** What this domain keeps about a person: her allergies, her diet and her consent. */
export const createCareNotesPersonalData = (deps: Deps): PersonalData => ({
  collections: ["care_notes"],
  exportOf: (personId) => exportOf(deps, personId),
  erase: async ({ personId }) => {
    await CareNotesModel.updateOne({ _id: personId }, { $set: { notes: null, consent: null } });
    return eraseDelivered("care_notes", { _id: personId });
  },
  merge: (merging) => mergeCareNotes(deps, merging),
});

async function exportOf({ sealer }: Pick<Deps, "sealer">, personId: string): Promise<readonly DataGroup[]> {
  const kept = await findKept(personId);
  const notes = openNotes(sealer, kept);
  if (!notes || !kept) return [];
  const { allergens, dietMarks } = notes;
  const rows = [
    { label: "过敏", text: allergens.map((allergen) => allergenWords[allergen]).join("、") || "没有" },
    { label: "忌口", text: dietMarks.map((mark) => dietWords[mark]).join("、") || "没有" },
  ];
  return [{ title: "过敏和忌口", rows, json: { allergens, dietMarks, consent: kept.consent } }];
}
