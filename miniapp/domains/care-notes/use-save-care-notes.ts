import { useMutation } from "@tanstack/react-query";
import type { Allergen, DietMark } from "@shared/core/diet";
import type { CareNotes } from "@shared/domains/care-notes/care-notes.contract";
import { queryClient } from "@miniapp/core/query-client";
import { careNotesApi } from "./care-notes.api";
import { careNotesKey, useWhose } from "./use-care-notes";

/** What is noted now shows at once, and menus warn anew. */
export async function showKept(whose: { readonly elderId?: string }, notes: CareNotes): Promise<void> {
  queryClient.setQueryData([...careNotesKey, whose], notes);
  await queryClient.invalidateQueries({ queryKey: ["meals", "menu"] });
}

interface Noted {
  readonly allergens: Allergen[];
  readonly dietMarks: DietMark[];
  readonly consentVersion: string;
}

/** Keeps allergies and diet, by consent to the words that stood above the button. */
export function useSaveCareNotes() {
  const whose = useWhose();
  return useMutation({
    mutationFn: (noted: Noted) => careNotesApi.saveCareNotes({ body: { ...whose, ...noted } }),
    onSuccess: (notes) => showKept(whose, notes),
  });
}
