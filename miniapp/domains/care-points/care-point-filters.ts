import { create } from "zustand";
import type { CareService } from "@shared/core/network";
import type { Acceptance, AccessibilityMark } from "@shared/domains/care-points/care-point-shapes";

export interface CarePointFilters {
  readonly service?: CareService | undefined;
  readonly openNow?: "yes" | undefined;
  readonly accessibility?: AccessibilityMark | undefined;
  readonly accepts?: Acceptance | undefined;
  readonly graded?: "yes" | undefined;
}

interface Chosen {
  readonly filters: CarePointFilters;
  readonly setFilters: (filters: CarePointFilters) => void;
}

/** What somebody looks for, the same in the list and on the map. */
export const useCarePointFilters = create<Chosen>((set) => ({
  filters: {},
  setFilters: (filters) => set({ filters }),
}));
