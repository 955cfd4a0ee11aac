import type { Call, Notice } from "@shared/domains/notices/notices.contract";
import { instantLabel } from "@server/core/calendar";
import { toInstant } from "@server/core/clock";
import type { NoticeDocument } from "./notice.model";
import type { NoticeRow } from "./notices.queries";

const shownAt = (at: Date, now: number) => ({
  at: toInstant(at.getTime()),
  atLabel: instantLabel({ at: at.getTime(), now }),
});

interface Place {
  readonly name: string;
  readonly phone: string;
}

export const presentNotice = (row: NoticeRow, { place, now }: { place: Place | undefined; now: number }): Notice => ({
  id: row._id,
  title: row.title,
  sentence: row.sentence,
  ...shownAt(row.at, now),
  isRead: row.readAt !== undefined,
  carePointName: place?.name ?? null,
  carePointPhone: place?.phone ?? null,
  bookingId: row.bookingId,
});

interface Reader {
  readonly preferredName: string | null;
  readonly phone: string | null;
}

export const presentCall = (
  notice: NoticeDocument,
  { reader, now }: { reader: Reader | undefined; now: number },
): Call => ({
  id: notice._id,
  preferredName: reader?.preferredName ?? "没有留称呼",
  phone: reader?.phone ?? null,
  sentence: notice.sentence,
  ...shownAt(notice.at, now),
  tries: notice.calls.map(({ outcome, at }) => ({ outcome, atLabel: instantLabel({ at: at.getTime(), now }) })),
});
