import { trusted } from "@server/core/db/trusted";
import { CarePointModel } from "./care-point.model";
import { toSearchBeginning } from "./search-keys";

const SHOWN_AT_MOST = 20;

interface NamedCarePoint {
  readonly _id: string;
  readonly name: string;
}

/** The care point of an id; null when there is none. */
export const findNamed = (id: string): Promise<NamedCarePoint | null> =>
  CarePointModel.findById(id).select({ name: 1 }).lean<NamedCarePoint>().exec();

/** Care points whose names hold what was given, in any city; the first there are when none does. At most twenty. */
export async function listNamed(given: string): Promise<NamedCarePoint[]> {
  const beginning = toSearchBeginning(given);
  const byName = beginning === "" ? [] : await list({ searchKeys: trusted({ $regex: `^${beginning}` }) });
  return byName.length > 0 ? byName : list({});
}

const list = (which: object): Promise<NamedCarePoint[]> =>
  CarePointModel.find(which).sort({ _id: 1 }).limit(SHOWN_AT_MOST).select({ name: 1 }).lean<NamedCarePoint[]>().exec();
