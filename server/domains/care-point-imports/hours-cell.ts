import { CareService, careServiceWords } from "@shared/core/network";
import type { OpeningHours } from "@shared/core/offering-shapes";
import { weekLines } from "@server/domains/care-points/index";
import { readHours } from "./hours-text";
import { notUnderstood, understood, type ServiceHours, type Understood } from "./import-row";

/** A cell of opening hours: the week of every service; and of those that the cell names, their own. */
export interface HoursCell {
  /** Null where the cell names services alone. */
  readonly ofAll: readonly OpeningHours[] | null;
  readonly ofServices: readonly ServiceHours[];
}

const LENGTH_AT_MOST = 3_600;
const services = new Map(CareService.options.map((service) => [careServiceWords[service] as string, service]));
const HEADING = /^\s*(\p{Script=Han}+)\s*[:：]/u;

/**
 * "每天 10:30-13:00" holds for every service; "助餐：每天 10:30-13:00", in a line of its own or after a semicolon, for that
 * one, until the next is named.
 * @returns the weeks, or a reason in words
 */
export function readHoursCell(written: string): Understood<HoursCell> {
  if (written.length > LENGTH_AT_MOST) return notUnderstood("太长了");
  let ofAll: HoursCell["ofAll"] = null;
  const ofServices: ServiceHours[] = [];
  for (const { service, text } of sectionsOf(written)) {
    const week = readHours(text);
    if (!("value" in week)) return service ? notUnderstood(`${careServiceWords[service]}：${week.reason}`) : week;
    if (service && ofServices.some((one) => one.service === service))
      return notUnderstood(`${careServiceWords[service]}写了两次`);
    if (service) ofServices.push({ service, openingHours: week.value });
    else ofAll = week.value;
  }
  return understood({ ofAll, ofServices });
}

interface Section {
  readonly service: CareService | null;
  readonly text: string;
}

/** What stands before the first service that is named, if anything, and then what stands behind each. */
function sectionsOf(written: string): Section[] {
  const sections: Section[] = [];
  for (const part of written.split(/[;；\n]/u)) {
    const [heading = "", word = ""] = HEADING.exec(part) ?? [];
    const service = services.get(word);
    const last = sections.at(-1);
    if (service) sections.push({ service, text: part.slice(heading.length) });
    else if (last) sections[sections.length - 1] = { ...last, text: `${last.text}；${part}` };
    else sections.push({ service: null, text: part });
  }
  const [first] = sections;
  return first && first.service === null && first.text.trim() === "" && sections.length > 1
    ? sections.slice(1)
    : sections;
}

/** The cell that reads as these hours: once where all services keep the same, else a line for each that has any. */
export function hoursCell(offerings: readonly ServiceHours[]): string {
  const weeks = offerings.map(({ service, openingHours }) => ({ service, text: weekText(openingHours) }));
  const [first] = weeks;
  if (!first) return "";
  if (weeks.every(({ text }) => text === first.text)) return first.text;
  return weeks
    .filter(({ text }) => text !== "")
    .map(({ service, text }) => `${careServiceWords[service]}：${text}`)
    .join("\n");
}

const weekText = (hours: readonly OpeningHours[]): string =>
  hours.length === 0
    ? ""
    : weekLines(hours).join("；").replaceAll("星期", "周").replaceAll("–", "-").replaceAll("全天", "0:00-24:00");
