import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import type { OfficeList, OfficeRecordPage } from "@shared/domains/care-point-records/office-records.contract";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { carePointRecordsApi } from "./care-point-records.api";
import { officeRecordsApi } from "./office-records.api";

const root = "office-records";
const keyOf = (carePointId: string) => [root, "one", carePointId] as const;

/** Entries of an office's district, twenty at a time, longest unchecked first. */
export const useOfficeRecords = ({ regionId, show }: { regionId: string; show: OfficeList }) =>
  useInfiniteQuery({
    queryKey: [root, "list", regionId, show],
    queryFn: ({ pageParam }) => officeRecordsApi.listOfficeRecords({ query: { regionId, show, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Entries of the district by a part of their name; asked once there is one. */
export const useSearchOfficeRecords = ({ regionId, text }: { regionId: string; text: string }) =>
  useQuery({
    queryKey: [root, "search", regionId, text],
    queryFn: () => officeRecordsApi.searchOfficeRecords({ query: { regionId, text } }),
    enabled: text !== "",
  });

export const useOfficeRecord = (carePointId: string) =>
  useQuery({
    queryKey: keyOf(carePointId),
    queryFn: () => officeRecordsApi.getOfficeRecord({ params: { carePointId } }),
  });

/** Whatever the office does with an entry: its own page, its lists and the residents' are asked for anew. */
async function lookAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: [root] });
  await queryClient.invalidateQueries({ queryKey: ["care-points"] });
}

const show = (page: OfficeRecordPage): void => void queryClient.setQueryData(keyOf(page.carePointId), page);

type Withholding = Parameters<typeof officeRecordsApi.withholdRecord>[0]["body"];
type Versioned = Parameters<typeof officeRecordsApi.publishRecord>[0]["body"];

export function useWithholdRecord() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Withholding) => withKey(body, (key) => officeRecordsApi.withholdRecord({ body, key })),
    onSuccess: show,
    onSettled: lookAgain,
  });
}

export function usePublishRecord() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Versioned) => withKey(body, (key) => officeRecordsApi.publishRecord({ body, key })),
    onSuccess: show,
    onSettled: lookAgain,
  });
}

/** The office says that all is right where nobody manages the place. */
export function useConfirmForOffice() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Versioned) => withKey(body, (key) => carePointRecordsApi.confirmRecord({ body, key })),
    onSettled: lookAgain,
  });
}
