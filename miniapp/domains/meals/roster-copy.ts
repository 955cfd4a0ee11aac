import * as z from "zod/mini";
import { CounterSitting, RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { keepCopy, keptCopy } from "@miniapp/core/offline-copies";

const Rows = z.array(RosterRow);
const Sittings = z.array(CounterSitting);
const rosterName = (menuId: string) => `roster.${menuId}`;
const dayName = ({ carePointId, serviceDate }: CounterDay) => `counter-day.${carePointId}.${serviceDate}`;

export interface CounterDay {
  readonly carePointId: string;
  /** `YYYY-MM-DD`. */
  readonly serviceDate: string;
}

/** Keeps an opened roster until the end of its meal, without phones: what lies on a counter may be lost. */
export const keepRoster = ({ menuId, servesUntilAt }: CounterSitting, rows: readonly RosterRow[]): void =>
  keepCopy(
    rosterName(menuId),
    rows.map((row) => ({ ...row, phoneTail: null })),
    Date.parse(servesUntilAt),
  );

export const keptRoster = (menuId: string): RosterRow[] | undefined =>
  Rows.safeParse(keptCopy(rosterName(menuId))).data;

/** Keeps a day's sittings until the end of the last one; there is nobody's name in them. */
export const keepDay = (day: CounterDay, sittings: readonly CounterSitting[]): void =>
  keepCopy(dayName(day), sittings, Math.max(0, ...sittings.map(({ servesUntilAt }) => Date.parse(servesUntilAt))));

export const keptDay = (day: CounterDay): CounterSitting[] | undefined =>
  Sittings.safeParse(keptCopy(dayName(day))).data;
