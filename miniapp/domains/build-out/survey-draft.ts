import type { Datum } from "@shared/core/datum";
import type { OpeningHours } from "@shared/core/offering-shapes";
import { isRealDay, type ServiceDate } from "@shared/core/primitives";
import type { KitchenKind, MealPoint, SurveyInput } from "@shared/domains/build-out/build-out-shapes";
import { dayWords } from "@miniapp/core/day-words";

/** A survey as the form holds it: what is typed, in the words it is typed in. */
export interface SurveyDraft {
  /** The saving it goes on from; 0 for the first. */
  readonly basedOn: number;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly datum: Datum;
  readonly kitchenKind: KitchenKind;
  readonly elders: string;
  readonly eldersSource: string;
  readonly hasLicence: boolean;
  readonly licenceNumber: string;
  readonly licenceUntil: string;
  readonly hours: string;
  readonly notes: string;
}

/** What was saved last, with its hours as a field shows them. */
interface Saved {
  readonly point: MealPoint;
  readonly hours: string;
}

/** The form as the last saving left it. */
export function draftOf({ point: { name, address, survey }, hours }: Saved): SurveyDraft {
  const licence = survey?.licence ?? null;
  return {
    basedOn: survey?.version ?? 0,
    name,
    address,
    phone: survey?.phone ?? "",
    latitude: survey ? String(survey.position.latitude) : "",
    longitude: survey ? String(survey.position.longitude) : "",
    datum: "wgs84",
    kitchenKind: survey?.kitchenKind ?? "own_kitchen",
    elders: survey ? String(survey.eldersWithin.count) : "",
    eldersSource: survey?.eldersWithin.source ?? "",
    hasLicence: licence !== null,
    licenceNumber: licence?.number ?? "",
    licenceUntil: licence?.expiresOn ? dayWords(licence.expiresOn) : "",
    hours,
    notes: survey?.notes ?? "",
  };
}

/** What was begun on this phone an hour ago at most; of another version of the app only what still fits. */
export function readSurvey(kept: unknown, before: Saved): SurveyDraft {
  const saved = draftOf(before);
  const begun = (kept ?? {}) as Partial<SurveyDraft>;
  const fits = Object.entries(begun).every(
    ([name, value]) => typeof value === typeof (saved as unknown as Record<string, unknown>)[name],
  );
  return fits && (begun.basedOn ?? saved.basedOn) === saved.basedOn ? { ...saved, ...begun } : saved;
}

/** Why the form cannot be sent yet, in a sentence. */
interface Fault {
  readonly fault: string;
}

/** A day as people write it: 2027年6月30日, 2027-6-30, 2027.06.30; null for nothing, undefined where it is no day. */
function readDate(typed: string): ServiceDate | null | undefined {
  if (typed.trim() === "") return null;
  const [year = "", month = "", day = ""] = typed.split(/\D+/);
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isRealDay(date) ? date : undefined;
}

const isBetween = (value: number, from: number, to: number) => from <= value && value <= to;
/** China's own, as the contract has it. */
const isLatitude = (degrees: number) => isBetween(degrees, 3, 54);
const isLongitude = (degrees: number) => isBetween(degrees, 73, 136);
const degreesOf = (typed: string): number => (typed.trim() === "" ? Number.NaN : Number(typed.trim()));

/** Whether latitude and longitude stand in each other's place. */
export const isSwapped = ({ latitude, longitude }: Pick<SurveyDraft, "latitude" | "longitude">): boolean =>
  isLongitude(degreesOf(latitude)) && isLatitude(degreesOf(longitude));

function faultOf(draft: SurveyDraft): string | null {
  const { name, address, phone, latitude, longitude, elders, eldersSource, hasLicence, licenceUntil } = draft;
  if (name.trim() === "") return "点位叫什么？还没有写";
  if (address.trim() === "") return "地址还没有写";
  if (!/^\d[\d-]{3,18}\d$/.test(phone.trim())) return "电话只写数字和短横线，比如 0373-5550101";
  if (latitude.trim() === "" || longitude.trim() === "") return "位置还没有填";
  if (isSwapped(draft)) return "纬度和经度是不是填反了？";
  if (!isLatitude(degreesOf(latitude)) || !isLongitude(degreesOf(longitude)))
    return "位置不对：纬度在 3 到 54 之间，经度在 73 到 136 之间";
  if (!/^\d{1,6}$/.test(elders.trim())) return "500 米内有多少位老人？写个数，没有就写 0";
  if (eldersSource.trim() === "") return "老人数从哪里来的？比如 社区台账";
  if (hasLicence && draft.licenceNumber.trim() === "") return "许可证的编号还没有写";
  if (hasLicence && readDate(licenceUntil) === undefined) return "许可证有效到哪一天？写成 2027年6月30日 这样";
  return null;
}

/**
 * The form as a request.
 * @param openingHours what its hours mean; null where they cannot be read
 * @returns the first fault where something cannot be read
 */
export function surveyOf(draft: SurveyDraft, openingHours: OpeningHours[] | null): SurveyInput | Fault {
  const fault = faultOf(draft);
  if (fault !== null) return { fault };
  if (openingHours === null) return { fault: "时间写成 10:30-13:00 这样，先开门后关门；还没定就空着" };
  const { datum, kitchenKind, hasLicence, licenceUntil, notes } = draft;
  return {
    name: draft.name.trim(),
    address: draft.address.trim(),
    phone: draft.phone.trim(),
    position: { latitude: degreesOf(draft.latitude), longitude: degreesOf(draft.longitude) },
    datum,
    kitchenKind,
    eldersWithin: { count: Number(draft.elders), source: draft.eldersSource.trim() },
    licence: hasLicence ? { number: draft.licenceNumber.trim(), expiresOn: readDate(licenceUntil) ?? null } : null,
    openingHours,
    notes: notes.trim() === "" ? null : notes.trim(),
  };
}
