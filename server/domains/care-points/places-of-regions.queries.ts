import { trusted } from "@server/core/db/trusted";
import { CarePointModel, type CarePointDocument } from "./care-point.model";

const SHOWN = {
  name: 1,
  kinds: 1,
  services: 1,
  regionId: 1,
  address: 1,
  phone: 1,
  position: 1,
  operator: 1,
  creditCode: 1,
  offerings: 1,
  verifiedOn: 1,
  overdueFrom: 1,
  staleFrom: 1,
  leavesOn: 1,
  withheld: 1,
} as const;

/** An entry as a table tells it. */
export type TableEntry = Pick<CarePointDocument, "_id" | keyof typeof SHOWN>;

const BATCH = 500;

interface Wanted {
  readonly cityId: string;
  readonly regionIds: ReadonlySet<string>;
}

/** Every entry that stands in one of these regions of a city, one after the other, in the order of their ids. */
export async function* readEntries({ cityId, regionIds }: Wanted): AsyncGenerator<TableEntry> {
  for (let after = ""; ;) {
    const batch = await CarePointModel.find({ cityId, _id: trusted({ $gt: after }) })
      .select(SHOWN)
      .sort({ _id: 1 })
      .limit(BATCH)
      .batchSize(BATCH)
      .lean<TableEntry[]>();
    yield* batch.filter(({ regionId }) => regionIds.has(regionId));
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    after = last._id;
  }
}
