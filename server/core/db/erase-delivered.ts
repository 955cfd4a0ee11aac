import type { Erasure } from "../personal-data";
import { database } from "./connect";

interface Carrier {
  readonly _id: string;
}

/**
 * Deletes documents, but for those with events that the relay has yet to take: what happened must reach the audit.
 * @param filter equalities
 */
export async function eraseDelivered(collection: string, filter: Readonly<Record<string, string>>): Promise<Erasure> {
  const documents = database().collection<Carrier>(collection);
  await documents.deleteMany({ ...filter, "outbox.id": { $exists: false } });
  const left = await documents.findOne(filter as never, { projection: { _id: 1 } });
  return left === null ? "gone" : "waiting";
}
