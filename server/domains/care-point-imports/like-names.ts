const LIKE_FROM = 0.65;
/** What half of all places are called, and what therefore says nothing about which one it is. */
const USUAL =
  /社区|街道|老年人?|养老|助老|长者|食堂|餐厅|助餐|日间照料|照料|托育|服务|互助|幸福院|驿站|中心|[村镇乡站点院]/gu;

/** Letters, signs and digits only, in one width. */
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** A name made ready to be compared with many others. */
export interface ReadyName {
  readonly whole: string;
  /** Without the usual words; may be empty. */
  readonly own: string;
}

export function readyName(name: string): ReadyName {
  const whole = plain(name);
  return { whole, own: whole.replace(USUAL, "") };
}

/**
 * Whether two names may be of one place: what is their own in them is the same, one holds the other, or two in three of
 * its pairs of signs are the same (Dice). 春风社区食堂 and 春风老年日间照料站 are like, 春风社区食堂 and 向阳社区食堂 not:
 * what a place offers may differ from one list to the next, its own name does not.
 */
export function areLike(one: ReadyName, other: ReadyName): boolean {
  // Unless nothing would be left of one of them.
  const hasOwn = one.own !== "" && other.own !== "";
  const [a, b] = hasOwn ? [one.own, other.own] : [one.whole, other.whole];
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
