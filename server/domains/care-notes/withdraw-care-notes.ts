import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { CareNotesModel } from "./care-notes.model";
import { careNotesEvent, type Act } from "./care-notes-event";

/** Takes a person's consent back: notes and consent are erased in one update. Where nothing is kept nothing happens. */
export async function withdrawCareNotes({ clock }: Pick<Deps, "clock">, act: Act): Promise<void> {
  const now = clock.now();
  await CareNotesModel.updateOne(
    { _id: act.personId, notes: trusted({ $ne: null }) },
    {
      $set: { notes: null, consent: null },
      $push: { outbox: careNotesEvent(act, { act: "withdraw-care-notes", now }) },
    },
  );
}
