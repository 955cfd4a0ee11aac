import * as z from "zod/mini";
import { Allergen, DietMark } from "@shared/core/diet";
import type { Sealer } from "@server/core/crypto/sealer";

const Notes = z.strictObject({ allergens: z.array(Allergen), dietMarks: z.array(DietMark) });

/** What a dish must not hold for a person, and what it should be. */
export type Notes = z.infer<typeof Notes>;

const placeOf = (id: string) => ({ collection: "care_notes", id, field: "notes" });

export const sealNotes = (sealer: Sealer, { personId, notes }: { personId: string; notes: Notes }): string =>
  sealer.seal(placeOf(personId), JSON.stringify(notes));

/** Null where nothing is kept. */
export const openNotes = (sealer: Sealer, document: { _id: string; notes: string | null } | null): Notes | null =>
  document === null || document.notes === null
    ? null
    : Notes.parse(JSON.parse(sealer.open(placeOf(document._id), document.notes)));
