import type { OpeningHours } from "@shared/domains/care-points/care-point-shapes";

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
/** HSDS knows no end of a day but its last minute. */
const LAST_MINUTE = "23:59";

/** A week as HSDS tells schedules: days with the same times are one rule. */
export function schedulesOf(hours: readonly OpeningHours[], { id, description }: { id: string; description: string }) {
  const days = new Map<string, string[]>();
  for (const { weekday, opens, closes } of hours) {
    const times = `${opens} ${closes === "24:00" ? LAST_MINUTE : closes}`;
    days.set(times, [...(days.get(times) ?? []), WEEKDAYS[weekday] ?? ""]);
  }
  return [...days].map(([times, byday], at) => {
    const [opens_at = "", closes_at = ""] = times.split(" ");
    const rule = { freq: "WEEKLY", byday: byday.join(","), opens_at, closes_at, timezone: "Asia/Shanghai" } as const;
    return { id: `${id.slice(-60)}-${at}`, ...rule, description };
  });
}
