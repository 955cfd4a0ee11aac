/** Of a form that asks who somebody is only the name to be called by is kept: birth date and phone are typed anew. */
interface NameDraft {
  readonly preferredName: string;
  /** Whether it came back from before. */
  readonly isBack: boolean;
}

/** The draft as it was kept; an empty one when nothing readable was. */
export function readName(kept: unknown): NameDraft {
  const preferredName = (kept as Partial<NameDraft> | undefined)?.preferredName;
  if (typeof preferredName !== "string" || preferredName === "") return { preferredName: "", isBack: false };
  return { preferredName, isBack: true };
}

/** Says what came back and what did not, else the usual hint. */
export const hintOf = ({ isBack, otherwise }: { isBack: boolean; otherwise: string }): string =>
  isBack ? "刚才填的称呼还在，别的请再填一次。" : otherwise;
