import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { careNotesConsentOn } from "@shared/domains/care-notes/care-notes.rules";
import { saveCareNotes } from "./save-care-notes";
import type { Notes } from "./sealed-notes";

interface BuildCareNotes extends Partial<Notes> {
  readonly personId: string;
}

/** Notes that a person made herself, by default of an allergy to soybeans. */
export const buildCareNotes = (
  deps: Pick<Deps, "sealer" | "clock">,
  { personId, allergens = ["soybean"], dietMarks = [] }: BuildCareNotes,
): Promise<void> =>
  saveCareNotes(deps, {
    personId,
    actorId: personId,
    relation: undefined,
    notes: { allergens, dietMarks },
    consentVersion: careNotesConsentOn(today(deps.clock)).version,
  });
