import { toPosition, type Position } from "@server/core/geo-point";
import { createGrid, metresBetween, type KnownPlace } from "@server/domains/care-points/index";
import type { RowFacts } from "./import-row";
import { DOUBLE_WITHIN_METRES } from "./import-rules";
import { areLike, readyName } from "./like-names";

/** An entry that may be the row's place. */
export interface Candidate {
  readonly carePointId: string;
  readonly name: string;
  readonly address: string;
  readonly metres: number;
}

/** What a row is: a place not yet known, one that is known, or a question for a person. */
export type Match =
  | { readonly kind: "new" }
  | { readonly kind: "update"; readonly carePointId: string }
  | { readonly kind: "double"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "unknown_id" };

export interface Matcher {
  match(facts: RowFacts): Match;
  /** Entries near a position with a like name, nearest first. */
  alike(place: { readonly name: string; readonly position: Position }): readonly Candidate[];
}

const CANDIDATES_AT_MOST = 3;

interface Matching {
  /** All entries of the city. */
  readonly places: readonly KnownPlace[];
  /** The office's regions: what stands elsewhere is nothing that it changes. */
  readonly regionIds: ReadonlySet<string>;
  /** How often the file names a credit code: a chain's code says nothing about one of its places. */
  readonly codesInFile: ReadonlyMap<string, number>;
}

/**
 * Finds the entry that a row means: by its own id; else by a credit code that exactly one entry of the city and one row
 * of the file has; else those near it with a like name are a question. Entries merged into others are nobody's.
 */
export function createMatcher({ places, regionIds, codesInFile }: Matching): Matcher {
  const own = places.filter(({ regionId, withheld }) => regionIds.has(regionId) && withheld?.why !== "merged");
  const byId = new Map(own.map((place) => [place._id, place]));
  const byCode = codesOf(places);
  const grid = createGrid(
    own.map((place) => ({
      ...place,
      position: toPosition(place.position),
      names: [place.name, ...place.formerNames].map(readyName),
    })),
    DOUBLE_WITHIN_METRES,
  );
  const alike: Matcher["alike"] = ({ name, position }) => {
    const wanted = readyName(name);
    return grid
      .around(position)
      .map((place) => ({ place, metres: Math.round(metresBetween(position, place.position)) }))
      .filter(({ metres }) => metres <= DOUBLE_WITHIN_METRES)
      .filter(({ place }) => place.names.some((known) => areLike(known, wanted)))
      .sort((a, b) => a.metres - b.metres || a.place._id.localeCompare(b.place._id))
      .slice(0, CANDIDATES_AT_MOST)
      .map(({ place: { _id: carePointId, name: known, address }, metres }) => {
        return { carePointId, name: known, address, metres };
      });
  };
  const match: Matcher["match"] = (facts) => {
    const { ownId, creditCode } = facts;
    if (ownId !== null) return byId.has(ownId) ? { kind: "update", carePointId: ownId } : { kind: "unknown_id" };
    const coded = creditCode === null || codesInFile.get(creditCode) !== 1 ? undefined : byCode.get(creditCode);
    if (coded && byId.has(coded)) return { kind: "update", carePointId: coded };
    const candidates = alike(facts);
    return candidates.length > 0 ? { kind: "double", candidates } : { kind: "new" };
  };
  return { match, alike };
}

/** The entries of codes that exactly one has. */
function codesOf(places: readonly KnownPlace[]): ReadonlyMap<string, string> {
  const holders = new Map<string, string[]>();
  for (const { _id, creditCode } of places) {
    if (creditCode !== null) holders.set(creditCode, [...(holders.get(creditCode) ?? []), _id]);
  }
  return new Map([...holders].flatMap(([code, [id, another]]) => (id && !another ? [[code, id]] : [])));
}
