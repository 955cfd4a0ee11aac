import type { Bond } from "@shared/domains/family/family.contract";
import type { Elder } from "@miniapp/core/acting-for";
import { useBonds } from "./use-bonds";

/** The elder of a bond, as the rest of the app knows her. */
export const elderOf = ({ person, communityId }: Bond): Elder => ({
  id: person.id,
  name: person.preferredName,
  communityId,
});

/** Those for whom I may order meals; undefined while nobody knows. */
export function useElders(isAsked = true): readonly Elder[] | undefined {
  const { data } = useBonds(isAsked);
  return data?.iActFor.filter(({ scopes }) => scopes.includes("meals")).map(elderOf);
}
