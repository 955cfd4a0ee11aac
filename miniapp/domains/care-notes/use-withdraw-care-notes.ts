import { useMutation } from "@tanstack/react-query";
import { careNotesApi } from "./care-notes.api";
import { useWhose } from "./use-care-notes";
import { showKept } from "./use-save-care-notes";

/** Takes the consent back; what was kept is erased. */
export function useWithdrawCareNotes() {
  const whose = useWhose();
  return useMutation({
    mutationFn: () => careNotesApi.withdrawCareNotes({ body: whose }),
    onSuccess: (notes) => showKept(whose, notes),
  });
}
