import { useQuery } from "@tanstack/react-query";
import { useActingFor } from "@miniapp/core/acting-for";
import { careNotesApi } from "./care-notes.api";

export const careNotesKey = ["care-notes"] as const;

/** Whose notes are meant: the elder one acts for, else nobody is named and they are one's own. */
export function useWhose(): { readonly elderId?: string } {
  const elderId = useActingFor((acting) => acting.elder?.id);
  return elderId === undefined ? {} : { elderId };
}

/** What is kept of allergies and diet. */
export function useCareNotes() {
  const whose = useWhose();
  return useQuery({
    queryKey: [...careNotesKey, whose],
    queryFn: () => careNotesApi.getCareNotes({ query: whose }),
  });
}
