import type { RosterRow } from "@shared/domains/meals/meal-counter-shapes";

/** Rows found by a name's characters, the beginning of its pinyin initials, or the end of a phone number. */
export function findRows(rows: readonly RosterRow[], search: string): readonly RosterRow[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === "") return rows;
  return rows.filter(
    ({ name, pinyinInitials, phoneTail }) =>
      name.includes(wanted) || pinyinInitials.startsWith(wanted) || (phoneTail?.endsWith(wanted) ?? false),
  );
}

const ORDER = { booked: 0, no_show: 1, served: 2 } as const;

/** Those who are waited for first, each group by name. */
export const waitingFirst = (rows: readonly RosterRow[]): readonly RosterRow[] =>
  [...rows].sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.pinyinInitials.localeCompare(b.pinyinInitials));
