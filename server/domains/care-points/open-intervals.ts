import { addDays, instantAt } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { OpenInterval } from "./care-point.model";
import type { ClosedDay } from "./closed-days";
import type { Offering } from "./offering";
import { hoursOf } from "./timetable";

/** So far ahead it is known who is open; the night's job moves it on. */
export const OPEN_DAYS_AHEAD = 14;

interface Planning {
  readonly offerings: readonly Offering[];
  /** The place's own and its city's. */
  readonly closedDays: readonly ClosedDay[];
  /** The first day. */
  readonly from: ServiceDate;
}

/** When each service of a care point is open in the days ahead, by week, season and exception. */
export const openIntervalsOf = ({ offerings, closedDays, from }: Planning): OpenInterval[] =>
  offerings.flatMap((offering) => {
    const hoursOn = hoursOf(offering, closedDays);
    return Array.from({ length: OPEN_DAYS_AHEAD }, (_, ahead) => addDays(from, ahead)).flatMap((date) =>
      hoursOn(date).map(({ opens, closes }) => ({
        service: offering.service,
        from: new Date(instantAt({ date, time: opens })),
        // 24:00 is the next day's 00:00, which is what the sum of its minutes gives.
        to: new Date(instantAt({ date, time: closes })),
      })),
    );
  });
