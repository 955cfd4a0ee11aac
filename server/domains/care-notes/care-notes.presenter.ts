import { businessDay } from "@shared/core/dates";
import type { CareNotes } from "@shared/domains/care-notes/care-notes.contract";
import { careNotesConsentOn } from "@shared/domains/care-notes/care-notes.rules";
import { shortDate } from "@server/core/calendar";
import { toInstant } from "@server/core/clock";
import type { Consent } from "./care-notes.model";
import type { Notes } from "./sealed-notes";

interface Presenting {
  readonly notes: Notes | null;
  readonly consent: Consent | null;
  /** Who gave it, to whoever looks: 您自己, 家人小敏替您, 老人自己. */
  readonly givenBy: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export function presentCareNotes({ notes, consent, givenBy, now }: Presenting): CareNotes {
  const { version, words } = careNotesConsentOn(businessDay(now));
  return {
    allergens: notes?.allergens ?? [],
    dietMarks: notes?.dietMarks ?? [],
    consent: consent && {
      version: consent.version,
      at: toInstant(consent.at.getTime()),
      label: `${shortDate(businessDay(consent.at.getTime()))} ${givenBy}同意的`,
    },
    asked: { version, words },
  };
}
