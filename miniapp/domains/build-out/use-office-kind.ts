import { useProgress } from "./use-progress";
import type { Office } from "./routes";

/** What an office does in the programme; a city without counties of its own has one office for both. */
export function useOfficeKind({ regionId }: Office): { readonly isCounty: boolean; readonly isCity: boolean } {
  const { data } = useProgress(regionId);
  return {
    isCounty: data?.counties.some((county) => county.regionId === regionId) === true,
    isCity: data?.abilities.split === true,
  };
}
