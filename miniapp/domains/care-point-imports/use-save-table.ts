import { useMutation } from "@tanstack/react-query";
import { fetchTable } from "@miniapp/core/save-table";

/** Fetches a table and gives it to the person. */
export const useSaveTable = () => useMutation({ mutationFn: fetchTable });
