import { describe, expect, test } from "@jest/globals";
import { closedDayLines, joinClosedDays, type ClosedDay } from "@server/domains/care-points/closed-days";
import { offeringOf } from "@server/domains/care-points/index";
import { openStateAt, tidyHours, weekLines, weekMoment } from "@server/domains/care-points/opening-hours";
import { hoursOf } from "@server/domains/care-points/timetable";
import { metresBetween, walkMinutes } from "@server/domains/care-points/walking";

const hours = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
const weekdays = (opens: string, closes: string) => [1, 2, 3, 4, 5].map((day) => hours(day, opens, closes));
/** 2026-11-22 is a Sunday; times are Shanghai's. */
const at = (date: string, time: string) => weekMoment(Date.parse(`${date}T${time}+08:00`));
const labelAt = (week: ReturnType<typeof hours>[], date: string, time: string, closedDays: ClosedDay[] = []) =>
  openStateAt({ hoursOn: hoursOf(offeringOf("meals", week), closedDays), moment: at(date, time) });

describe("open or not, as the sign on the door says it", () => {
  const canteen = [...weekdays("10:30", "13:00"), ...weekdays("17:00", "18:30")];
  test.each([
    ["2026-11-23", "10:29:59.999", false, "今天 10:30 开门"],
    ["2026-11-23", "10:30:00.000", true, "营业到 13:00"],
    ["2026-11-23", "12:59:59.999", true, "营业到 13:00"],
    ["2026-11-23", "13:00:00.000", false, "今天 17:00 开门"],
    ["2026-11-23", "18:30:00.000", false, "明天 10:30 开门"],
    ["2026-11-27", "19:00:00.000", false, "星期一 10:30 开门"],
    ["2026-11-22", "00:00:00.000", false, "明天 10:30 开门"],
    ["2026-11-21", "08:00:00.000", false, "后天 10:30 开门"],
    ["2026-11-22", "23:59:59.999", false, "明天 10:30 开门"],
  ])("%s %s", (date, time, isOpenNow, openLabel) => {
    expect(labelAt(canteen, date, time)).toEqual({ isOpenNow, openLabel });
  });

  test("a place open on one day a week names next week's day after it closed", () => {
    expect(labelAt([hours(0, "09:00", "11:00")], "2026-11-22", "11:00:00").openLabel).toBe("下星期日 09:00 开门");
  });

  test("a place without hours is closed for the time being", () => {
    expect(labelAt([], "2026-11-22", "11:00:00")).toEqual({ isOpenNow: false, openLabel: "暂停营业" });
  });
});

describe("a closed day wins over the week", () => {
  const canteen = weekdays("10:30", "13:00");
  const closed = (...dates: string[]): ClosedDay[] => dates.map((date) => ({ date, reason: "设备检修" }));
  test.each([
    ["on the day itself", closed("2026-11-23"), "2026-11-23", "明天 10:30 开门"],
    ["on the day before, with more behind it", closed("2026-11-24", "2026-11-25"), "2026-11-23", "星期四 10:30 开门"],
    ["over the weekend", closed("2026-11-27", "2026-11-30"), "2026-11-27", "星期二 10:30 开门"],
    [
      "for the rest of the week",
      closed("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"),
      "2026-11-23",
      "下星期一 10:30 开门",
    ],
    ["in another week", closed("2026-11-16", "2026-12-07"), "2026-11-23", "明天 10:30 开门"],
  ])("%s", (_when, closedDays, date, openLabel) => {
    expect(labelAt(canteen, date, "13:30", closedDays)).toEqual({ isOpenNow: false, openLabel });
  });

  test("it is not open at noon, and the day after it is again", () => {
    const closedDays = closed("2026-11-23");
    expect(labelAt(canteen, "2026-11-23", "12:00", closedDays).isOpenNow).toBe(false);
    expect(labelAt(canteen, "2026-11-24", "12:00", closedDays)).toEqual({
      isOpenNow: true,
      openLabel: "营业到 13:00",
    });
  });

  test("a reopening further than a week is named by its date; none within a month is closed for the time being", () => {
    const sundays = [hours(0, "09:00", "11:00")];
    const next = ["2026-11-22", "2026-11-29", "2026-12-06", "2026-12-13", "2026-12-20"];
    expect(labelAt(sundays, "2026-11-22", "08:00", closed(...next.slice(0, 2))).openLabel).toBe("12月6日 09:00 开门");
    expect(labelAt(sundays, "2026-11-22", "08:00", closed(...next))).toEqual({
      isOpenNow: false,
      openLabel: "暂停营业",
    });
  });
});

describe("closed days in words", () => {
  const on = (date: string, reason = "春节") => ({ date, reason });

  test("the city's join the care point's own, whose reason is told", () => {
    const own = [on("2027-02-08"), on("2027-01-05", "停电")];
    expect(joinClosedDays({ own, city: ["2027-02-08", "2027-01-20"] })).toEqual([
      on("2027-01-05", "停电"),
      on("2027-01-20", "全市停业"),
      on("2027-02-08"),
    ]);
    expect(joinClosedDays({ own: [], city: undefined })).toEqual([]);
  });

  test.each([
    ["one", [on("2027-02-06")], ["2月6日 停业：春节"]],
    ["a row", [on("2027-02-06"), on("2027-02-07"), on("2027-02-08")], ["2月6日到2月8日 停业：春节"]],
    ["over a month's end", [on("2027-01-31"), on("2027-02-01")], ["1月31日到2月1日 停业：春节"]],
    [
      "with a gap or another reason",
      [on("2027-02-06"), on("2027-02-08"), on("2027-02-09", "停电")],
      ["2月6日 停业：春节", "2月8日 停业：春节", "2月9日 停业：停电"],
    ],
    ["past", [on("2027-01-14")], []],
    [
      "today and a month ahead, no further",
      [on("2027-01-15"), on("2027-02-15"), on("2027-02-16")],
      ["1月15日 停业：春节", "2月15日 停业：春节"],
    ],
  ])("%s", (_which, days, lines) => {
    expect(closedDayLines({ days, today: "2027-01-15" })).toEqual(lines);
  });
});

describe("the week in words", () => {
  test.each([
    [[0, 1, 2, 3, 4, 5, 6].map((day) => hours(day, "08:00", "18:00")), ["每天 08:00–18:00"]],
    [weekdays("10:30", "13:00"), ["星期一到星期五 10:30–13:00", "星期六到星期日 休息"]],
    [
      [hours(1, "07:00", "08:30"), hours(1, "10:30", "13:00"), hours(6, "09:00", "12:00")],
      ["星期一 07:00–08:30、10:30–13:00", "星期二到星期五 休息", "星期六 09:00–12:00", "星期日 休息"],
    ],
    [[], ["每天 休息"]],
  ])("%#", (week, lines) => expect(weekLines(week)).toEqual(lines));

  test("hours that touch or overlap are one, in order of time", () => {
    const untidy = [
      hours(1, "12:00", "18:00"),
      hours(1, "08:00", "12:00"),
      hours(1, "09:00", "10:00"),
      hours(0, "08:00", "09:00"),
    ];
    expect(tidyHours(untidy)).toEqual([hours(0, "08:00", "09:00"), hours(1, "08:00", "18:00")]);
  });
});

describe("on foot", () => {
  const pace = {
    elderMetresPerSecond: 0.8,
    pramMetresPerSecond: 1.1,
    pramServices: ["childcare" as const],
    detourFactor: 1.3,
    isAssumption: true,
    source: "假设",
  };
  test.each([
    [0, 1],
    [290, 8],
    [296, 9],
    [553, 15],
    [554, 16],
  ])("%d m straight are %d minutes, rounded up", (metres, minutes) => {
    expect(walkMinutes({ metres, pace })).toBe(minutes);
    expect(walkMinutes({ metres, pace, service: "meals" })).toBe(minutes);
  });

  test("somebody with a pram is faster, on the way to childcare", () => {
    expect(walkMinutes({ metres: 553, pace, service: "childcare" })).toBe(11);
  });

  test("a degree of latitude is 111.3 km, a degree of longitude at 60° north half of it", () => {
    const from = { latitude: 60, longitude: 100 };
    expect(metresBetween(from, { latitude: 61, longitude: 100 })).toBeCloseTo(111_319, -1);
    expect(metresBetween(from, { latitude: 60, longitude: 101 })).toBeCloseTo(55_658, -1);
    expect(metresBetween(from, from)).toBe(0);
  });
});
