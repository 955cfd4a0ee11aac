import { useDraft } from "@miniapp/core/use-draft";
import { hintOf, readName } from "./name-draft";

/** The name of a form that asks who somebody is, and the hint that goes with it; it survives a closed app. */
export function useNameDraft(form: string, otherwise: string) {
  const [{ preferredName, isBack }, change] = useDraft(form, readName);
  const setPreferredName = (typed: string) => change({ preferredName: typed });
  return { preferredName, setPreferredName, nameHint: hintOf({ isBack, otherwise }) };
}
