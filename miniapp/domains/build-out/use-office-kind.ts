import type { Office } from "@miniapp/core/office";
import { useProgress } from "./use-progress";

interface OfficeKind {
  /** Whether there is an answer, be it that there is none. */
  readonly isKnown: boolean;
  readonly isCounty: boolean;
  readonly isCity: boolean;
}

/**
 * What an office does in the programme; a city without counties of its own has one office for both.
 * @param office null: nobody looks, and nothing is asked
 */
export function useOfficeKind(office: Office | null): OfficeKind {
  const { data, isPending } = useProgress(office?.regionId);
  return {
    isKnown: !isPending,
    isCounty: data?.counties.some(({ regionId }) => regionId === office?.regionId) === true,
    isCity: data?.abilities.split === true,
  };
}
