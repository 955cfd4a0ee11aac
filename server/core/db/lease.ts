import { newId } from "../ids";
import type { Clock } from "../clock";
import { database } from "./connect";
import { isDuplicateKey } from "./duplicate-key";

/** One document per thing that only one process does at a time. */
export const LEASES_COLLECTION = "leases";

interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly until: Date;
}

/** A right that ends by itself. A paused holder may lose it unawares: what it guards must bear being done twice. */
export interface Lease {
  /** Prolongs it; false when somebody else has it by now. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

interface LeaseOptions {
  readonly name: string;
  readonly lastsMs: number;
  readonly clock: Clock;
}

/** Takes the lease by one conditional update; null while another process holds it. */
export async function takeLease({ name, lastsMs, clock }: LeaseOptions): Promise<Lease | null> {
  const leases = database().collection<LeaseDocument>(LEASES_COLLECTION);
  const holder = newId();
  const until = () => new Date(clock.now() + lastsMs);
  try {
    await leases.updateOne(
      { _id: name, until: { $lte: new Date(clock.now()) } },
      { $set: { holder, until: until() } },
      { upsert: true },
    );
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
  return {
    renew: async () => {
      const { matchedCount } = await leases.updateOne({ _id: name, holder }, { $set: { until: until() } });
      return matchedCount === 1;
    },
    release: async () => {
      await leases.deleteOne({ _id: name, holder });
    },
  };
}
