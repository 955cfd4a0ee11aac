import { weekday } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { ClosedDay } from "./closed-days";
import type { Offering, Season, TimeSpan } from "./offering";

export type OpeningRule = Pick<Offering, "openingHours" | "seasons" | "specialDays">;

/** When something is open on a day, in order of time, none overlapping. */
export type HoursOn = (date: ServiceDate) => readonly TimeSpan[];

/** A season's two days as a year repeats them; one that ends before it begins goes over New Year. */
export function isInSeason({ from, to }: Pick<Season, "from" | "to">, date: ServiceDate): boolean {
  const day = date.slice("YYYY-".length);
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

/** The week that holds on a day: that of the first season it lies in, else the usual one. */
export const weekOn = ({ openingHours, seasons }: OpeningRule, date: ServiceDate) =>
  seasons.find((season) => isInSeason(season, date))?.openingHours ?? openingHours;

/** What holds on a day, the more particular first: closed altogether, a special day, the season, the week. */
export const hoursOf =
  (rule: OpeningRule, closedDays: readonly ClosedDay[]): HoursOn =>
  (date) => {
    if (closedDays.some((closed) => closed.date === date)) return [];
    const special = rule.specialDays.find((one) => one.date === date);
    return joinSpans(special?.hours ?? weekOn(rule, date).filter((one) => one.weekday === weekday(date)));
  };

/** A place is open when any of its services is. */
export const hoursOfAny =
  (rules: readonly OpeningRule[], closedDays: readonly ClosedDay[]): HoursOn =>
  (date) =>
    joinSpans(rules.flatMap((rule) => hoursOf(rule, closedDays)(date)));

/** Orders times and joins those that touch or overlap: 08:00–12:00 and 12:00–18:00 are one. */
export function joinSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const ordered = [...spans].sort((a, b) => a.opens.localeCompare(b.opens));
  return ordered.reduce<TimeSpan[]>((joined, { opens, closes }) => {
    const last = joined.at(-1);
    if (!last || last.closes < opens) return [...joined, { opens, closes }];
    return [...joined.slice(0, -1), { opens: last.opens, closes: last.closes > closes ? last.closes : closes }];
  }, []);
}
