import { LRUCache } from "lru-cache";
import { shareReads } from "../db/share-reads";
import type { UnitModel } from "./unit.model";

interface Wanted {
  /** Where the units are. */
  readonly collection: UnitModel<unknown>["collection"];
  /** Which of them: equalities that the index over `seat` begins with. */
  readonly among: Readonly<Record<string, string>>;
}

const REMEMBERED = 1_000;

const keyOf = ({ collection, among }: Wanted): string => JSON.stringify([collection.name, among]);

/** Of what a claim of this process found too little. It says in which order to ask the database, never what is so. */
const scarce = new LRUCache<string, true>({ max: REMEMBERED });

const isAnyFree = shareReads(keyOf, async ({ collection, among }: Wanted) => {
  const free = { ...among, seat: { $exists: true }, active: { $exists: false }, withdrawn: { $exists: false } };
  return (await collection.findOne(free, { projection: { _id: 1 } })) !== null;
});

/** Notes that a search met with nothing free. */
export const noteScarcity = (wanted: Wanted): void => void scarce.set(keyOf(wanted), true);

/**
 * Whether nothing of this is free, looked up after the caller asked. It looks only where a search has lately met with
 * nothing: the many who come for what is sold out then share one look instead of searching twice each. Elsewhere it is
 * false at once, and the claim itself finds out.
 */
export async function isSoldOut(wanted: Wanted): Promise<boolean> {
  const key = keyOf(wanted);
  if (!scarce.has(key)) return false;
  if (!(await isAnyFree(wanted))) return true;
  scarce.delete(key);
  return false;
}
