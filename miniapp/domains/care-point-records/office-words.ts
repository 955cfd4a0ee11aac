import type { OfficeRecord } from "@shared/domains/care-point-records/office-records.contract";

type Withheld = NonNullable<OfficeRecord["withheld"]>;

/** Why an entry is in no list, as the office says it. */
const withheldWords: Readonly<Record<Withheld["why"], string>> = {
  not_plated: "还没挂牌",
  suspended: "暂停",
  unpublished: "停止公布",
  closed: "停办",
  merged: "并到别处",
};

/** "2026年11月22日起停止公布". */
export const withheldNote = ({ why, sinceLabel }: Withheld): string => `${sinceLabel}起${withheldWords[why]}`;

/** "9月1日核对过，过了 41 天；没有负责人". */
export function entryNote({ withheld, overdueDays, verifiedLabel, isManaged }: OfficeRecord): string {
  const checked = overdueDays === 0 ? `${verifiedLabel}核对过` : `${verifiedLabel}核对过，过期 ${overdueDays} 天`;
  return [withheld ? withheldNote(withheld) : checked, ...(isManaged ? [] : ["没有负责人"])].join("；");
}
