import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import type { RowFilter } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { carePointImportsApi } from "./care-point-imports.api";
import { lookAgain, ownKey } from "./use-imports";

interface WantedRows {
  readonly importId: string;
  readonly show: RowFilter;
  /** Not before the page says what came of the file. */
  readonly isAsked: boolean;
}

/** Rows of one sort, twenty at a time. */
export const useImportRows = ({ importId, show, isAsked }: WantedRows) =>
  useInfiniteQuery({
    enabled: isAsked,
    queryKey: [...ownKey, importId, "rows", show],
    queryFn: ({ pageParam }) =>
      carePointImportsApi.listImportRows({ params: { importId }, query: { show, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    gcTime: 0,
  });

interface Decision {
  readonly importId: string;
  readonly row: number;
  readonly sameAs: string | null;
}

export const useDecideDouble = () =>
  useMutation({
    mutationFn: ({ importId, row, sameAs }: Decision) =>
      carePointImportsApi.decideDouble({ params: { importId, row: String(row) }, body: { sameAs } }),
    onSettled: lookAgain,
  });
