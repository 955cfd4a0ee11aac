import { useQuery } from "@tanstack/react-query";
import { programmeApi } from "./programme.api";

export const usePlate = (mealPointId: string) =>
  useQuery({
    queryKey: ["build-out", "plate", mealPointId],
    queryFn: () => programmeApi.getPlate({ params: { mealPointId } }),
  });

interface Plaque {
  readonly cityId: string;
  readonly number: string;
}

/** Whose plaque it is; nothing is asked where no number could be read. */
export const usePlaque = (plaque: Plaque | null) =>
  useQuery({
    queryKey: ["build-out", "plaque", plaque?.cityId, plaque?.number],
    queryFn: () => programmeApi.openPlaque({ query: plaque ?? { cityId: "", number: "" } }),
    enabled: plaque !== null,
  });
