import type { OfficeList } from "@shared/domains/care-point-records/office-records.contract";
import type { ServiceDate } from "@shared/core/primitives";
import { findManagedCarePoints } from "@server/domains/accounts/index";
import { findOfficeEntries, type EntriesEnd, type OfficeEntry } from "@server/domains/care-points/index";

const PAGE = 20;
/** Who has no manager is looked for among so many at a time, and in so many turns for one page. */
const BATCH = 100;
const TURNS = 5;

interface Listing {
  readonly regionId: string;
  readonly show: OfficeList;
  readonly today: ServiceDate;
  readonly after: EntriesEnd | undefined;
}

interface Page {
  readonly entries: readonly OfficeEntry[];
  /** Which of them have a manager. */
  readonly managed: ReadonlySet<string>;
  /** Null after the last one. */
  readonly end: EntriesEnd | null;
}

const endOf = (entry: OfficeEntry | undefined): EntriesEnd | null =>
  entry ? { overdueFrom: entry.overdueFrom, id: entry._id } : null;

/** A page of a district's entries, longest unchecked first, with which of them somebody manages. Two commands. */
export async function listOfficeRecords({ regionId, show, today, after }: Listing): Promise<Page> {
  if (show === "unmanaged") return listUnmanaged({ regionId, today, after });
  const rows = await findOfficeEntries({ districtId: regionId, which: show, today, after, limit: PAGE + 1 });
  const entries = rows.slice(0, PAGE);
  const managed = await findManagedCarePoints(entries.map(({ _id }) => _id));
  return { entries, managed, end: rows.length > PAGE ? endOf(entries.at(-1)) : null };
}

/** Who manages what stands with the people: so many entries are read until a page of those without is full. */
async function listUnmanaged({ regionId, today, after }: Omit<Listing, "show">): Promise<Page> {
  const found: OfficeEntry[] = [];
  let end: EntriesEnd | null = after ?? null;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const query = { districtId: regionId, which: "published", today, after: end ?? undefined, limit: BATCH } as const;
    const rows = await findOfficeEntries(query);
    const managed = await findManagedCarePoints(rows.map(({ _id }) => _id));
    found.push(...rows.filter(({ _id }) => !managed.has(_id)));
    if (found.length > PAGE) break;
    end = endOf(rows.at(-1));
    if (rows.length < BATCH) return { entries: found, managed: new Set(), end: null };
  }
  const entries = found.slice(0, PAGE);
  return { entries, managed: new Set(), end: found.length > PAGE ? endOf(entries.at(-1)) : end };
}
