import type { ServiceDate } from "@shared/core/primitives";
import { trusted } from "@server/core/db/trusted";
import { CarePointModel, type CarePointDocument } from "./care-point.model";
import { toSearchBeginning } from "./search-keys";

const ENTRY_FIELDS = {
  name: 1,
  kinds: 1,
  regionId: 1,
  address: 1,
  phone: 1,
  version: 1,
  verifiedOn: 1,
  overdueFrom: 1,
  staleFrom: 1,
  withheld: 1,
} as const;

/** An entry as far as an office's lists show it. */
export type OfficeEntry = Pick<CarePointDocument, "_id" | keyof typeof ENTRY_FIELDS>;

/** Where a page of an office's list ended. */
export interface EntriesEnd {
  readonly overdueFrom: ServiceDate;
  readonly id: string;
}

interface Wanted {
  readonly districtId: string;
  /** `published`: those in the lists or fallen out by age; `overdue`: of these, who should have been checked by `today`. */
  readonly which: "published" | "overdue" | "withheld";
  readonly today: ServiceDate;
  readonly after?: EntriesEnd | undefined;
  readonly limit: number;
}

/** A district's entries, longest unchecked first; one command. */
export const findOfficeEntries = ({ districtId, which, today, after, limit }: Wanted): Promise<OfficeEntry[]> =>
  CarePointModel.find({
    districtId,
    ...(which === "withheld" ? { "withheld.since": trusted({ $gt: "" }) } : { withheld: null }),
    ...(which === "overdue" ? { overdueFrom: trusted({ $lte: today }) } : {}),
    ...(after ? beyond(after) : {}),
  })
    .select(ENTRY_FIELDS)
    .sort({ overdueFrom: 1, _id: 1 })
    .limit(limit)
    .batchSize(limit)
    .lean<OfficeEntry[]>();

const beyond = ({ overdueFrom, id }: EntriesEnd) => ({
  $or: [{ overdueFrom: trusted({ $gt: overdueFrom }) }, { overdueFrom, _id: trusted({ $gt: id }) }],
});

interface Searching {
  readonly cityId: string;
  readonly districtId: string;
  readonly text: string;
  readonly limit: number;
}

/** A district's entries one of whose names holds what was typed, published or not; one command. */
export async function searchOfficeEntries({ cityId, districtId, text, limit }: Searching): Promise<OfficeEntry[]> {
  const beginning = toSearchBeginning(text);
  if (beginning === "") return [];
  return CarePointModel.find({ cityId, searchKeys: trusted({ $regex: `^${beginning}` }), districtId })
    .select(ENTRY_FIELDS)
    .sort({ _id: 1 })
    .limit(limit)
    .batchSize(limit)
    .lean<OfficeEntry[]>();
}
