import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { CounterSitting, OfflineAct, RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { forgetPastCopies } from "@miniapp/core/offline-copies";
import { queryClient } from "@miniapp/core/query-client";
import { phoneNow, serverNow } from "@miniapp/core/server-clock";
import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { reaching } from "./counter-reach";
import { mealCounterApi } from "./meal-counter.api";
import { keepRoster, keptRoster } from "./roster-copy";
import { rowsAsNoted } from "./roster-queue";
import { counterKey } from "./use-counter-day";

/** Every opening is written down, so a roster is opened when somebody comes to it, and anew when the counts tell of change. */
const FRESH_MS = 60 * 60 * 1000;
const rostersKey = [...counterKey, "roster"] as const;

/** Who holds or ate a portion of a sitting, asked once the sitting itself is drawn. It stays at hand until the end of the meal, whatever the network does. */
export function useRoster(sitting: CounterSitting) {
  const { menuId, counts } = sitting;
  const isDrawn = useIsDrawn(true);
  const query = useQuery({
    queryKey: [...rostersKey, menuId],
    queryFn: async () => (await reaching(() => mealCounterApi.openRoster({ params: { menuId } }))).rows,
    initialData: () => keptRoster(menuId),
    initialDataUpdatedAt: 0,
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
    enabled: isDrawn,
  });
  const { data: rows, refetch } = query;
  useEffect(() => {
    if (rows) keepRoster(sitting, rows);
  }, [rows, sitting]);
  useEffect(() => {
    const timer = setTimeout(forgetPastCopies, Math.max(0, Date.parse(sitting.servesUntilAt) - serverNow()));
    return () => clearTimeout(timer);
  }, [sitting.servesUntilAt]);
  // Somebody else's hand: the counts know of it first.
  const counted = `${counts.booked}/${counts.served}/${counts.noShow}`;
  useEffect(() => {
    const current = queryClient.getQueryData<RosterRow[]>([...rostersKey, menuId]);
    if (current && tallied(current) !== counted) void refetch();
  }, [counted, menuId, refetch]);
  return query;
}

function tallied(rows: readonly RosterRow[]): string {
  const count = (state: RosterRow["state"]) => rows.filter((row) => row.state === state).length;
  return `${count("booked")}/${count("served")}/${count("no_show")}`;
}

/** Writes what an answer said of one row into the rosters that hold it; null takes the row out. */
export function noteRow(bookingId: string, row: RosterRow | null): void {
  queryClient.setQueriesData<RosterRow[]>({ queryKey: rostersKey }, (rows) =>
    rows?.flatMap((one) => (one.bookingId === bookingId ? (row ?? []) : one)),
  );
}

/** Writes acts that the server has taken into the rosters, so that no row stands a moment as it was before them. */
export const noteActs = (acts: readonly OfflineAct[]): void =>
  void queryClient.setQueriesData<RosterRow[]>(
    { queryKey: rostersKey },
    (rows) => rows && [...rowsAsNoted(rows, { acts, clockOffMs: serverNow() - phoneNow() })],
  );

/** Puts a new row at the end of its sitting's roster. */
export const addRow = (menuId: string, row: RosterRow): void =>
  void queryClient.setQueryData<RosterRow[]>(
    [...rostersKey, menuId],
    (rows) => rows && [...rows.filter(({ bookingId }) => bookingId !== row.bookingId), row],
  );
