import mongoose, { type Model } from "mongoose";

/** So many at once are a crowd. */
const CROWD = 4;

interface Waiting {
  readonly document: unknown;
  readonly go: (how: "alone" | "written") => void;
}

/** Writes a document, alone by `write` or with others; gives what stands. */
export type InsertInCrowd<Unit> = (document: Unit, write: () => Promise<Unit>) => Promise<Unit>;

/**
 * Makes a way to write documents under a unique index that stays quick in a crowd. Of few each goes alone and is written
 * or found by its own `write`. Those who come in one turn of the event loop, when they are many, go in one insert,
 * acknowledged like any other write; whom it did not take, or not surely, goes alone after all. Inserted documents go
 * past mongoose, as they are. Not inside a transaction.
 */
export function insertInCrowd<Unit>(model: Model<Unit>): InsertInCrowd<Unit> {
  let waiting: Waiting[] = [];
  const send = async (): Promise<void> => {
    const together = waiting;
    waiting = [];
    const isWritten = together.length < CROWD ? () => false : await insertAll(model, together);
    for (const [at, { go }] of together.entries()) go(isWritten(at) ? "written" : "alone");
  };
  return async (document, write) => {
    const how = await new Promise<"alone" | "written">((go) => {
      if (waiting.length === 0) setImmediate(() => void send());
      waiting.push({ document, go });
    });
    return how === "written" ? document : write();
  };
}

/** Inserts many at once; tells of each by its place whether it was surely written. */
async function insertAll<Unit>(model: Model<Unit>, together: readonly Waiting[]): Promise<(at: number) => boolean> {
  const documents = together.map(({ document }) => document);
  try {
    await model.collection.insertMany(documents as never, { ordered: false });
    return () => true;
  } catch (error) {
    const isAnswer = error instanceof mongoose.mongo.MongoBulkWriteError && !error.result.getWriteConcernError();
    const refused = new Set(isAnswer ? [error.writeErrors].flat().map(({ index }) => index) : []);
    return (at) => refused.size > 0 && !refused.has(at);
  }
}
