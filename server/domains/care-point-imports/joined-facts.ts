import type { CarePointDocument } from "@server/domains/care-points/index";

interface Joining {
  /** The entry that stays. */
  readonly keep: CarePointDocument;
  readonly gone: CarePointDocument;
}

const union = <T>(...lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];

/**
 * What the entry that stays takes over: services it lacks with their hours and prices, kinds, the villages that the other
 * served, its names as former ones, and its credit code where it has none. Nothing of its own is changed.
 */
export function joinedFacts({ keep, gone }: Joining) {
  const own = new Set(keep.offerings.map(({ service }) => service));
  const alsoServed = gone.regionId === keep.regionId ? [] : [gone.regionId];
  return {
    // What one could order there stays with what was published there.
    offerings: [
      ...keep.offerings,
      ...gone.offerings.filter(({ service }) => !own.has(service)).map((one) => ({ ...one, isBookable: false })),
    ],
    kinds: union(keep.kinds, gone.kinds),
    formerNames: union(keep.formerNames, [gone.name], gone.formerNames).filter((name) => name !== keep.name),
    servesRegionIds: union(keep.servesRegionIds, gone.servesRegionIds, alsoServed).filter((id) => id !== keep.regionId),
    creditCode: keep.creditCode ?? gone.creditCode,
  };
}
