import { careNotesConsentOn } from "@shared/domains/care-notes/care-notes.rules";
import { AppError } from "@server/core/app-error";
import { today } from "@server/core/clock";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import type { Deps } from "@server/core/deps";
import { CareNotesModel } from "./care-notes.model";
import { careNotesEvent, type Act } from "./care-notes-event";
import { sealNotes, type Notes } from "./sealed-notes";

interface Saving extends Act {
  readonly notes: Notes;
  /** Of the words that were read and agreed to. */
  readonly consentVersion: string;
}

/**
 * Keeps a person's allergies and diet, sealed.
 *
 * - Only by consent to the words of today, noted with when and by whom; agreeing to older words is no consent.
 * - One document a person; the later of two holds. Notes and consent change in one update.
 *
 * @throws AppError consent_required for another version of the words
 */
export async function saveCareNotes(deps: Pick<Deps, "sealer" | "clock">, saving: Saving): Promise<void> {
  const { personId, actorId, notes, consentVersion: version } = saving;
  if (version !== careNotesConsentOn(today(deps.clock)).version) throw new AppError("consent_required");
  const now = deps.clock.now();
  const sealed = sealNotes(deps.sealer, { personId, notes });
  await againOnConflict(() =>
    CareNotesModel.updateOne(
      { _id: personId },
      {
        $set: { notes: sealed, consent: { version, at: new Date(now), by: actorId } },
        $push: { outbox: careNotesEvent(saving, { act: "save-care-notes", now }) },
      },
      { upsert: true },
    ),
  );
}
