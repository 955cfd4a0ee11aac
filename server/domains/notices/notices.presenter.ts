import type { Call, Notice } from "@shared/domains/notices/notices.contract";
import { businessDay, daysBetween, timeOfDay } from "@shared/core/dates";
import { nearDay, shortDate } from "@server/core/calendar";
import { toInstant } from "@server/core/clock";
import type { NoticeDocument } from "./notice.model";
import type { NoticeRow } from "./notices.queries";

/** "今天 10:05", "昨天 18:00", "11月20日 18:00". */
export function atLabel(at: Date, now: number): string {
  const date = businessDay(at.getTime());
  const near = nearDay(daysBetween(businessDay(now), date));
  return `${near ?? shortDate(date)} ${timeOfDay(at.getTime())}`;
}

interface Place {
  readonly name: string;
  readonly phone: string;
}

export const presentNotice = (row: NoticeRow, { place, now }: { place: Place | undefined; now: number }): Notice => ({
  id: row._id,
  title: row.title,
  sentence: row.sentence,
  at: toInstant(row.at.getTime()),
  atLabel: atLabel(row.at, now),
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
  at: toInstant(notice.at.getTime()),
  atLabel: atLabel(notice.at, now),
  tries: notice.calls.map(({ outcome, at }) => ({ outcome, atLabel: atLabel(at, now) })),
});
