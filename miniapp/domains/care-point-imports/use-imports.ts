import { useMutation, useQuery } from "@tanstack/react-query";
import type { Datum } from "@shared/core/datum";
import type { WireFile } from "@shared/core/endpoint";
import type { Import, ImportMode } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { newKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { carePointImportsApi } from "./care-point-imports.api";

export const ownKey = ["care-point-imports"] as const;
/** While rows are applied, so often one looks how far it is. */
const LOOK_EVERY_MS = 1_000;

/** After whatever happened it is looked at again. */
export const lookAgain = () => queryClient.invalidateQueries({ queryKey: ownKey });

/** An office's last imports; not kept for offline. */
export const useImports = (regionId: string) =>
  useQuery({
    queryKey: [...ownKey, "office", regionId],
    queryFn: () => carePointImportsApi.listImports({ query: { regionId } }),
    gcTime: 0,
  });

/** One import; while it is being applied it is looked at again and again. */
export const useImport = (importId: string) =>
  useQuery({
    queryKey: [...ownKey, importId],
    queryFn: () => carePointImportsApi.getImport({ params: { importId } }),
    refetchInterval: ({ state }: { state: { data: Import | undefined } }) =>
      state.data?.state === "applying" ? LOOK_EVERY_MS : false,
    gcTime: 0,
  });

interface Checking {
  readonly regionId: string;
  readonly datum: Datum;
  readonly file: WireFile;
}

/** Each choice of a file is an intention of its own; only the request itself is repeated. */
export const useCheckImport = () =>
  useMutation({
    mutationFn: ({ regionId, datum, file }: Checking) =>
      carePointImportsApi.checkImport({ query: { regionId, datum }, file, key: newKey() }),
    onSettled: lookAgain,
  });

export const useApplyImport = () =>
  useMutation({
    mutationFn: ({ importId, mode }: { importId: string; mode: ImportMode }) =>
      carePointImportsApi.applyImport({ params: { importId }, body: { mode } }),
    onSettled: lookAgain,
  });
