import { careNotesContract } from "@shared/domains/care-notes/care-notes.contract";
import type { Domain } from "@server/core/domain";
import { createCareNotesPersonalData } from "./care-notes-personal-data";
import { careNotesEvents } from "./care-notes-event";
import { createCareNotesHandlers } from "./care-notes.handlers";
import { careNotesIndexes } from "./care-notes.model";

export { mayKnowCareNotes } from "./care-notes.policy";
export { findCareNotes } from "./care-notes.queries";
export { warningsOf } from "./warnings-of";

/** Allergies and diet, kept with a person by her consent. A domain of its own: it needs people and who acts for them. */
export const careNotesDomain: Domain<typeof careNotesContract> = {
  contract: careNotesContract,
  createHandlers: createCareNotesHandlers,
  jobs: [],
  createPersonalData: createCareNotesPersonalData,
  indexes: [careNotesIndexes],
  outbox: [careNotesEvents],
  sealed: [{ collection: "care_notes", field: "notes" }],
};
