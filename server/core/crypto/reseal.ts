import type { mongo } from "mongoose";
import type { Sealer } from "./sealer";

const BATCH = 200;

/** A field whose value is sealed for its own place: collection, `_id` and field. */
export interface SealedField {
  readonly collection: string;
  readonly field: string;
}

/** What became of the values of one field that were not under the newest key. */
export interface Resealed extends SealedField {
  readonly resealed: number;
  /** Changed while they were being sealed anew, perhaps by a server that does not know the new key yet. */
  readonly missed: number;
  /** No key opens them; they stay as they are. */
  readonly unreadable: number;
}

interface Resealing {
  readonly db: mongo.Db;
  /** Its first key seals, all open. */
  readonly sealer: Sealer;
  readonly field: SealedField;
}

interface Row {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/**
 * Seals every value of a field anew that is not under the newest key, in batches by `_id`, beside the running app. A value
 * is replaced only while it is the one that was opened. Broken off, it is begun again: what is done is skipped.
 */
export async function reseal({ db, sealer, field }: Resealing): Promise<Resealed> {
  const counts = { resealed: 0, missed: 0, unreadable: 0 };
  const rows = db.collection<Row>(field.collection);
  for (let batch = await nextBatch(rows, { field, after: "" }); batch.length > 0;) {
    const old = batch.filter((row) => !sealer.isNewest(String(row[field.field])));
    const replacements = old.flatMap((row) => replacementOf(row, { sealer, field }));
    counts.unreadable += old.length - replacements.length;
    if (replacements.length > 0) {
      const { matchedCount } = await rows.bulkWrite(replacements, { ordered: false });
      counts.resealed += matchedCount;
      counts.missed += replacements.length - matchedCount;
    }
    batch = await nextBatch(rows, { field, after: batch.at(-1)?._id ?? "" });
  }
  return { ...field, ...counts };
}

interface Position {
  readonly field: SealedField;
  readonly after: string;
}

const nextBatch = (rows: mongo.Collection<Row>, { field: { field }, after }: Position) =>
  rows
    .find({ _id: { $gt: after }, [field]: { $type: "string" } }, { projection: { [field]: 1 } })
    .sort({ _id: 1 })
    .limit(BATCH)
    // The whole of it in the first answer: no cursor stays open.
    .batchSize(BATCH + 1)
    .toArray();

type Write = mongo.AnyBulkWriteOperation<Row>;

/** Nothing for a value that no key opens. */
function replacementOf({ _id, ...row }: Row, { sealer, field }: Omit<Resealing, "db">): Write[] {
  const place = { ...field, id: _id };
  const sealed = String(row[field.field]);
  const value = openOrNull(() => sealer.open(place, sealed));
  if (value === null) return [];
  const update = { $set: { [field.field]: sealer.seal(place, value) } };
  return [{ updateOne: { filter: { _id, [field.field]: sealed }, update } }];
}

function openOrNull(open: () => string): string | null {
  try {
    return open();
  } catch {
    return null;
  }
}
