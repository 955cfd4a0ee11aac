import { database } from "../db/connect";
import { AUDIT_COLLECTION } from "./audit.model";

/** Every entry of the chain in its order, as the database holds it. */
export const readChain = (): AsyncIterable<unknown> =>
  database().collection(AUDIT_COLLECTION).find().sort({ stream: 1, seq: 1 });
