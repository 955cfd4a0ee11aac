import { useMutation, useQuery } from "@tanstack/react-query";
import type { OwnRecord, RecordEdit } from "@shared/domains/care-point-records/care-point-records.contract";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { carePointRecordsApi } from "./care-point-records.api";

const keyOf = (carePointId: string) => ["care-point-records", carePointId] as const;

/** The entry of the care point where one works. */
export const useOwnRecord = (carePointId: string) =>
  useQuery({
    queryKey: keyOf(carePointId),
    queryFn: () => carePointRecordsApi.getOwnRecord({ params: { carePointId } }),
  });

/** What was written is what is shown; residents' lists and pages are asked for anew. */
async function show(record: OwnRecord): Promise<void> {
  queryClient.setQueryData(keyOf(record.carePointId), record);
  await queryClient.invalidateQueries({ queryKey: ["care-points"] });
}

/** After a refusal the entry is looked at again: somebody else may have changed it. */
const lookAgain = (_: unknown, { carePointId }: { readonly carePointId: string }) =>
  queryClient.invalidateQueries({ queryKey: keyOf(carePointId) });

export function useConfirmRecord() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: ({ carePointId, version }: OwnRecord) => {
      const body = { carePointId, version };
      return withKey(body, (key) => carePointRecordsApi.confirmRecord({ body, key }));
    },
    onSuccess: show,
    onError: lookAgain,
  });
}

export function useEditRecord() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: RecordEdit) => withKey(body, (key) => carePointRecordsApi.editRecord({ body, key })),
    onSuccess: show,
    onError: lookAgain,
  });
}
