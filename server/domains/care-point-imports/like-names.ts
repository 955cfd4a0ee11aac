const LIKE_FROM = 0.65;

/** Letters, signs and digits only, in one width. */
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Whether two names may be of one place: one holds the other, or two in three of their pairs of signs are the same (Dice):
 * 春风社区食堂 and 春风社区老年食堂, not 春风社区食堂 and 向阳社区食堂.
 */
export function areLike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a === "" || b === "") return false;
  if (a.includes(b) || b.includes(a)) return true;
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)];
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
  return (2 * shared) / (ofA.size + ofB.size) >= LIKE_FROM;
}

function pairsOf(name: string): Set<string> {
  const signs = Array.from(name);
  return new Set(signs.map((sign, place) => sign + (signs[place + 1] ?? "")).slice(0, -1));
}
