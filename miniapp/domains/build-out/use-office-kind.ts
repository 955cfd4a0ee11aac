import type { Office } from "@miniapp/core/office";
import { useProgress } from "./use-progress";

/**
 * What an office does in the programme; a city without counties of its own has one office for both.
 * @param office null: nobody looks, and nothing is asked
 */
export function useOfficeKind(office: Office | null): { readonly isCounty: boolean; readonly isCity: boolean } {
  const { data } = useProgress(office?.regionId);
  return {
    isCounty: data?.counties.some(({ regionId }) => regionId === office?.regionId) === true,
    isCity: data?.abilities.split === true,
  };
}
