import { businessDay, daysBetween } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import { changeStateWords, changeWords } from "@shared/domains/care-point-records/verifying-records";
import type { OfficeRecord, OfficeRecordPage } from "@shared/domains/care-point-records/office-records.contract";
import { dateLabel, longDate } from "@server/core/calendar";
import type { Sealer } from "@server/core/crypto/sealer";
import { freshnessOn, type CarePointDocument, type OfficeEntry } from "@server/domains/care-points/index";
import { standingWords, wantedWords } from "./change-words";
import { OFFICE_ACTS, type OfficeActDocument } from "./office-act.model";
import type { RecordChangeDocument } from "./record-change.model";
import { openText } from "./sealed-words";

interface Presenting {
  readonly isManaged: boolean;
  readonly today: ServiceDate;
}

/** A row of an office's list. */
export const presentOfficeRecord = (entry: OfficeEntry, { isManaged, today }: Presenting): OfficeRecord => ({
  carePointId: entry._id,
  name: entry.name,
  kinds: [...entry.kinds],
  address: entry.address,
  phone: entry.phone,
  version: entry.version,
  freshness: freshnessOn(entry, today),
  verifiedLabel: longDate(entry.verifiedOn),
  overdueDays: Math.max(0, daysBetween(entry.overdueFrom, today) + 1),
  isManaged,
  withheld: entry.withheld && { why: entry.withheld.why, sinceLabel: longDate(entry.withheld.since) },
});

interface PresentingPage extends Presenting {
  readonly carePoint: CarePointDocument;
  readonly sealer: Sealer;
  readonly acts: readonly OfficeActDocument[];
  readonly changes: readonly RecordChangeDocument[];
}

/** An entry with what the office did with it and what it answered. */
export function presentOfficeRecordPage({
  carePoint,
  sealer,
  acts,
  changes,
  ...rest
}: PresentingPage): OfficeRecordPage {
  const deeds = [
    ...acts.map((act) => ({ at: act.at.getTime(), text: actText(act, sealer) })),
    ...changes.flatMap((change) => answered(change, carePoint)),
  ].sort((a, b) => b.at - a.at);
  return {
    ...presentOfficeRecord(carePoint, rest),
    history: deeds.map(({ at, text }) => ({ label: dateLabel(businessDay(at)), text })),
  };
}

const actWords = { published: "公布", unpublished: "停止公布", closed: "停办" } as const;

function actText({ _id: id, act, words }: OfficeActDocument, sealer: Sealer): string {
  const why = openText(sealer, { collection: OFFICE_ACTS, id, field: "words" }, words);
  return why === null ? actWords[act] : `${actWords[act]}：${why}`;
}

function answered({ what, state, wanted, before, timeline }: RecordChangeDocument, carePoint: CarePointDocument) {
  const at = timeline.at(-1)?.at;
  if (state === "open" || !at) return [];
  const text = `${changeStateWords[state]}改${changeWords[what]}：${before ?? standingWords(what, carePoint)} → ${wantedWords(wanted, carePoint)}`;
  return [{ at: at.getTime(), text }];
}
