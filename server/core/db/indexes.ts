import { isDeepStrictEqual } from "node:util";
import type { mongo } from "mongoose";

/** One index a model relies on. Migrations build it; boot compares and refuses traffic on a difference. */
export interface WantedIndex {
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1 | "2dsphere">>;
  readonly unique?: true;
  readonly partialFilterExpression?: Readonly<Record<string, unknown>>;
  readonly expireAfterSeconds?: number;
  /** The query it serves, or the rule it guards. */
  readonly serves: string;
}

export interface WantedIndexes {
  readonly collection: string;
  readonly indexes: readonly WantedIndex[];
}

/**
 * Compares what models rely on with what the database has: keys in their order, unique, partial filter, expiry.
 * @returns one sentence per difference; empty when every wanted index is there
 */
export async function compareIndexes(db: mongo.Db, wanted: readonly WantedIndexes[]): Promise<string[]> {
  const differences = await Promise.all(
    wanted.map(async ({ collection, indexes }) => {
      const present = await listIndexes(db, collection);
      return indexes.flatMap((index) => describeDifference({ collection, index, present }));
    }),
  );
  return differences.flat();
}

async function listIndexes(db: mongo.Db, collection: string): Promise<readonly mongo.IndexDescriptionInfo[]> {
  const known = await db.listCollections({ name: collection }, { nameOnly: true }).toArray();
  return known.length === 0 ? [] : db.collection(collection).listIndexes().toArray();
}

interface Comparison {
  readonly collection: string;
  readonly index: WantedIndex;
  readonly present: readonly mongo.IndexDescriptionInfo[];
}

function describeDifference({ collection, index, present }: Comparison): string[] {
  const found = present.find(({ name }) => name === index.name);
  const place = `${collection}.${index.name}`;
  if (!found) return [`Index ${place} is missing; it serves: ${index.serves}.`];
  const parts: readonly (readonly [string, unknown, unknown])[] = [
    ["key", Object.entries(found.key), Object.entries(index.key)],
    ["unique", found.unique === true, index.unique === true],
    ["partialFilterExpression", found["partialFilterExpression"], index.partialFilterExpression],
    ["expireAfterSeconds", found.expireAfterSeconds, index.expireAfterSeconds],
  ];
  return parts
    .filter(([, actual, expected]) => !isDeepStrictEqual(actual, expected))
    .map(
      ([part, actual, expected]) =>
        `Index ${place} has ${part} ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}.`,
    );
}
