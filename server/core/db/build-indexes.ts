import type { mongo } from "mongoose";
import type { WantedIndex } from "./indexes";

const NAMESPACE_EXISTS = 48;

/** An index as a migration writes it down; it does not change when the code does. */
export type IndexToBuild = Omit<WantedIndex, "serves">;

/** Makes a collection with its indexes and waits until they are built; repeating it changes nothing. */
export async function buildIndexes(db: mongo.Db, collection: string, indexes: readonly IndexToBuild[]): Promise<void> {
  try {
    await db.createCollection(collection);
  } catch (error) {
    if ((error as { code?: unknown }).code !== NAMESPACE_EXISTS) throw error;
  }
  if (indexes.length > 0) await db.collection(collection).createIndexes(indexes.map((index) => ({ ...index })));
}
