import type { Said } from "@shared/domains/network/network-shapes";
import type { RegionPack } from "@server/domains/regions/index";

interface SaidBy {
  readonly source: string;
  readonly article?: string | undefined;
  readonly isAssumption?: true | undefined;
}

/** Where a value of a pack comes from, with its paper's own title. */
export function saidIn({ papers }: RegionPack, { source, article, isAssumption }: SaidBy): Said {
  const { title = source, publishedOn = "" } = papers.find(({ label }) => label === source) ?? {};
  return { label: source, title, publishedOn, article: article ?? null, isAssumption: isAssumption === true };
}
