import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { dateLabel, dayLabel, instantLabel, lunarLabel, solarTermOn, todayLabel } from "@server/core/calendar";
import { addDays, dayNumber, instantAt } from "@shared/core/dates";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

function daysOf(from: string, until: string): string[] {
  const days: string[] = [];
  for (let date = from; date < until; date = addDays(date, 1)) days.push(date);
  return days;
}

/**
 * Apparent longitude of the sun in degrees at an instant, good to about a hundredth of a degree
 * (J. Meeus, Astronomical Algorithms, chapter 25).
 */
function sunLongitude(epochMs: number): number {
  const t = (epochMs / 86_400_000 + 2_440_587.5 + 70 / 86_400 - 2_451_545) / 36_525;
  const rad = Math.PI / 180;
  const mean = 280.46646 + 36_000.76983 * t;
  const anomaly = (357.52911 + 35_999.05029 * t) * rad;
  const centre = (1.914602 - 0.004817 * t) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly);
  const bent = mean + centre + 0.000289 * Math.sin(3 * anomaly);
  const apparent = bent - 0.00569 - 0.00478 * Math.sin((125.04 - 1934.136 * t) * rad);
  return ((apparent % 360) + 360) % 360;
}

describe("the day in words", () => {
  test("is the weekday with the solar term or the lunar date", () => {
    expect(todayLabel("2026-11-22")).toBe("11月22日 星期日 · 小雪");
    expect(todayLabel("2026-11-23")).toBe("11月23日 星期一 · 农历十月十五");
    expect(todayLabel("2027-02-06")).toBe("2月6日 星期六 · 农历正月初一");
    expect(dateLabel("2026-03-01")).toBe("3月1日 星期日");
  });

  test("near days have names, others their weekday", () => {
    const words = [-2, -1, 0, 1, 2, 3].map((days) =>
      dayLabel({ date: addDays("2026-11-22", days), today: "2026-11-22" }),
    );
    expect(words).toEqual(["周五", "昨天", "今天", "明天", "后天", "周三"]);
  });

  test.each([
    ["2026-11-22", "今天 23:59"],
    ["2026-11-21", "明天 23:59"],
    ["2026-11-23", "昨天 23:59"],
    ["2026-11-24", "11月22日 23:59"],
    ["2026-12-31", "11月22日 23:59"],
    ["2027-01-01", "2026年11月22日 23:59"],
    ["2025-12-31", "2026年11月22日 23:59"],
  ])("an instant seen on %s is %s: the year is said where it is another", (today, label) => {
    const at = instantAt({ date: "2026-11-22", time: "23:59" });
    expect(instantLabel({ at, now: instantAt({ date: today, time: "00:00" }) })).toBe(label);
  });

  test("a day that was yesterday is named so across the turn of the year", () => {
    const at = instantAt({ date: "2026-12-31", time: "18:00" });
    expect(instantLabel({ at, now: instantAt({ date: "2027-01-01", time: "08:00" }) })).toBe("昨天 18:00");
  });

  test("past the calendar's table it says only what it knows", () => {
    expect(todayLabel("2150-01-01")).toBe("1月1日 星期四");
    expect([solarTermOn("1899-12-22"), lunarLabel("1900-01-30"), lunarLabel("2100-01-01")]).toEqual([null, null, null]);
  });
});

describe("the calendar against sources of its own", () => {
  test("every lunar day of 2019 to 2050 is the one of ICU, but for two months that ICU may begin a day off", () => {
    const icu = new Intl.DateTimeFormat("zh-u-ca-chinese", { timeZone: "UTC", month: "numeric", day: "numeric" });
    const differs = daysOf("2019-01-01", "2051-01-01").filter((date) => {
      const parts = icu.formatToParts(dayNumber(date) * 86_400_000);
      const day = Number(parts.find(({ type }) => type === "day")?.value);
      return !lunarLabel(date)?.endsWith(LUNAR_DAYS[day - 1] ?? "?");
    });
    // Some versions of ICU are minutes off: the new moons come on 6 February 2027 at 23:56 and on 3 February 2030 at 00:07 in Shanghai.
    const disputed = ["2027-02", "2027-03", "2030-02", "2030-03"];
    expect(differs.filter((date) => !disputed.includes(date.slice(0, 7)))).toEqual([]);
    expect([lunarLabel("2027-02-06"), lunarLabel("2030-02-03")]).toEqual(["农历正月初一", "农历正月初一"]);
  });

  test("every solar term of 2001 to 2050 begins on the day on which the sun comes there", () => {
    const wrong = daysOf("2001-01-01", "2051-01-01").filter((date) => {
      const begins = dayNumber(date) * 86_400_000 - 8 * 3_600_000;
      const [from, to] = [sunLongitude(begins), sunLongitude(begins + 86_400_000)];
      const crosses = Math.floor(from / 15) !== Math.floor(to / 15);
      const nearMidnight = [from, to].some((angle) => Math.abs(((angle + 7.5) % 15) - 7.5) < 0.015);
      return !nearMidnight && crosses !== (solarTermOn(date) !== null);
    });
    expect(wrong).toEqual([]);
  });

  test.each(["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])(
    "R-T1: is the same on a computer in %s",
    async (zone) => {
      const program = `import { todayLabel } from "./server/core/calendar"; import { addDays } from "./shared/core/dates";
        for (let date = "2026-01-01"; date < "2027-01-01"; date = addDays(date, 1)) console.log(todayLabel(date));`;
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--import", "tsx", "--input-type=module", "--eval", program],
        { cwd: ROOT, env: { ...process.env, TZ: zone, NODE_OPTIONS: "" } },
      );
      expect(stdout.trim().split("\n")).toEqual(daysOf("2026-01-01", "2027-01-01").map(todayLabel));
    },
  );
});

const TENS = ["初", "十", "廿"] as const;
const ONES = "一二三四五六七八九";
const LUNAR_DAYS = Array.from({ length: 30 }, (_, index) => {
  const day = index + 1;
  if (day % 10 === 0) return ["初十", "二十", "三十"][day / 10 - 1];
  return `${TENS[Math.floor(day / 10)] ?? ""}${ONES[(day % 10) - 1] ?? ""}`;
});
