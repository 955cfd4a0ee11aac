/** A facility of either side, as far as it is compared. */
export interface Comparable {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  /** Null where it lies in no county of the city. */
  readonly countyId: string | null;
  readonly beds: number;
}

interface Sides<One extends Comparable> {
  readonly theirs: readonly One[];
  readonly ours: readonly One[];
}

type SignOf = (one: Comparable) => string | null;

/** By what two are one, the surest first; null: by nothing of this kind. */
const SIGNS: readonly SignOf[] = [
  ({ creditCode, countyId, name }) => creditCode && `${creditCode} ${countyId ?? ""} ${plainName(name)}`,
  ({ creditCode, countyId }) => creditCode && `${creditCode} ${countyId ?? ""}`,
  ({ creditCode }) => creditCode,
  ({ countyId, name }) => countyId && `${countyId} ${plainName(name)}`,
];

/**
 * Pairs what both sides have, each facility once, and gives what is left of each: by 统一社会信用代码, where one operator
 * runs several places the one of the same county and name first; else by name within the county.
 */
export function findUnmatched<One extends Comparable>({ theirs, ours }: Sides<One>): Sides<One> {
  return SIGNS.reduce<Sides<One>>(withoutPairs, { theirs: inOrder(theirs), ours: inOrder(ours) });
}

function withoutPairs<One extends Comparable>({ theirs, ours }: Sides<One>, signOf: SignOf): Sides<One> {
  const waiting = new Map<string, One[]>();
  for (const one of ours) {
    const sign = signOf(one);
    if (sign !== null) waiting.set(sign, [...(waiting.get(sign) ?? []), one]);
  }
  const paired = new Set<One>();
  for (const one of theirs) {
    const sign = signOf(one);
    const partner = sign === null ? undefined : waiting.get(sign)?.shift();
    if (partner) paired.add(one).add(partner);
  }
  const left = (all: readonly One[]) => all.filter((one) => !paired.has(one));
  return { theirs: left(theirs), ours: left(ours) };
}

/** So that among equals the same ones are paired each time. */
const inOrder = <One extends Comparable>(all: readonly One[]): One[] => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Full-width signs, spaces and brackets are written now so, now so. */
const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/[\s()（）·]/gu, "")
    .toLowerCase();
