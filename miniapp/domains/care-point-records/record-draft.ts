import { isRealDay } from "@shared/core/primitives";
import type { Capacity, PriceRange } from "@shared/core/offering-shapes";
import type {
  OfferingRecord,
  OwnRecord,
  RecordEdit,
} from "@shared/domains/care-point-records/care-point-records.contract";
import { hoursWords, readHours } from "@shared/domains/care-point-records/care-point-records.rules";
import { yuan } from "@miniapp/ui/money";
import { weekTyped } from "./record-words";

export interface SpecialDayDraft {
  readonly date: string;
  readonly hours: string;
  readonly reason: string;
}

/** A service as the form holds it: what is typed, in the words it is typed in. */
export interface OfferingDraft {
  readonly service: OfferingRecord["service"];
  /** Whether one field stands for the whole week. */
  readonly isEveryDay: boolean;
  /** Seven days, Sunday first. */
  readonly week: readonly string[];
  readonly specialDays: readonly SpecialDayDraft[];
  readonly fromYuan: string;
  readonly toYuan: string;
  readonly per: PriceRange["per"];
  readonly capacity: string;
  readonly unit: Capacity["unit"];
}

export interface RecordDraft extends Pick<RecordEdit, "phone" | "address" | "accessibility" | "accepts"> {
  readonly offerings: readonly OfferingDraft[];
}

export const draftOf = ({ phone, address, accessibility, accepts, offerings }: OwnRecord): RecordDraft => ({
  phone,
  address,
  accessibility,
  accepts,
  offerings: offerings.map(({ service, openingHours, specialDays, price, capacity }) => {
    const week = weekTyped({ openingHours });
    return {
      service,
      isEveryDay: new Set(week).size === 1,
      week,
      specialDays: specialDays.map(({ date, hours, reason }) => ({ date, hours: hoursWords(hours), reason })),
      fromYuan: price ? yuan(price.fromFen) : "",
      toYuan: price ? yuan(price.toFen) : "",
      per: price?.per ?? (service === "meals" ? "meal" : "month"),
      capacity: capacity ? String(capacity.value) : "",
      unit: capacity?.unit ?? (service === "meals" ? "meals_a_day" : "places"),
    };
  }),
});

/** Why the form cannot be sent yet, in a sentence. */
export interface DraftFault {
  readonly fault: string;
}

const HOURS_FAULT = "时间写成 10:30-13:00 这样，先开门后关门，两段不要重叠；不开就写 休息";

/** The form as a request. @returns the first fault where something cannot be read */
export function editOf(
  draft: RecordDraft,
  { record, today }: { readonly record: OwnRecord; readonly today: string },
): RecordEdit | DraftFault {
  const { phone, address, accessibility, accepts } = draft;
  if (!/^\d[\d-]{3,18}\d$/.test(phone.trim())) return { fault: "电话只写数字和短横线，比如 0373-5550101" };
  if (address.trim() === "") return { fault: "地址不能空着" };
  const offerings = draft.offerings.map((offering, place) =>
    readOffering(offering, { before: record.offerings[place]?.capacity ?? null, today }),
  );
  const broken = offerings.find((offering) => "fault" in offering);
  if (broken) return broken;
  const { carePointId, version } = record;
  return {
    carePointId,
    version,
    phone: phone.trim(),
    address: address.trim(),
    accessibility,
    accepts,
    offerings: offerings.flatMap((offering) => ("fault" in offering ? [] : [offering])),
  };
}

interface Reading {
  readonly before: Capacity | null;
  readonly today: string;
}

function readOffering(draft: OfferingDraft, { before, today }: Reading): RecordEdit["offerings"][number] | DraftFault {
  const week = (draft.isEveryDay ? Array<string>(7).fill(draft.week[1] ?? "") : draft.week).map(readHours);
  const days = draft.specialDays.map(({ date, hours, reason }) => ({ date, hours: readHours(hours), reason }));
  if ([...week, ...days.map(({ hours }) => hours)].includes(null)) return { fault: HOURS_FAULT };
  if (days.some(({ date }) => !isRealDay(date))) return { fault: "日期写成 2026-12-01 这样" };
  if (new Set(days.map(({ date }) => date)).size < days.length) return { fault: "同一天写了两次，留一个就行" };
  if (days.some(({ reason }) => reason.trim() === "")) return { fault: "不一样的日子要写为什么" };
  const price = readPrice(draft);
  if (price !== null && "fault" in price) return price;
  return {
    service: draft.service,
    openingHours: week.flatMap((spans, weekday) => (spans ?? []).map((span) => ({ weekday, ...span }))),
    specialDays: days.map(({ date, hours, reason }) => ({ date, hours: hours ?? [], reason: reason.trim() })),
    capacity: readCapacity(draft, { before, today }),
    price,
  };
}

const fenOf = (typed: string): number => Math.round(Number(typed) * 100);

function readPrice({ fromYuan, toYuan, per }: OfferingDraft): PriceRange | DraftFault | null {
  if (fromYuan.trim() === "" && toYuan.trim() === "") return null;
  const [fromFen, toFen] = [fenOf(fromYuan || toYuan), fenOf(toYuan || fromYuan)];
  if (!(fromFen <= toFen) || fromFen < 0) return { fault: "价格写数字，最低的不能比最高的高" };
  return { fromFen, toFen, per };
}

/** As of the day on which it was last changed. */
function readCapacity({ capacity, unit }: OfferingDraft, { before, today }: Reading): Capacity | null {
  const value = Number(capacity);
  if (capacity.trim() === "" || !Number.isInteger(value)) return null;
  const isSame = before?.value === value && before.unit === unit;
  return { value, unit, asOf: isSame ? before.asOf : today };
}
