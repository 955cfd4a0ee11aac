import { isOnlyDuplicates } from "../db/duplicate-key";
import type { UnitModel } from "./unit.model";

const BATCH = 1_000;

/** Writes units that are not there yet; doing it again adds none. The domain's index over the seats tells which are. */
export async function createUnits<Unit>(units: UnitModel<Unit>, documents: readonly Unit[]): Promise<void> {
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH);
    try {
      await units.insertMany(batch, { ordered: false, lean: true });
    } catch (error) {
      if (!isOnlyDuplicates(error)) throw error;
    }
  }
}
