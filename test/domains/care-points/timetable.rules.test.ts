import { describe, expect, test } from "@jest/globals";
import type { ClosedDay } from "@server/domains/care-points/closed-days";
import type { Offering } from "@server/domains/care-points/offering";
import { offeringOf } from "@server/domains/care-points/index";
import { openIntervalsOf } from "@server/domains/care-points/open-intervals";
import { openingLines, openStateAt, weekMoment } from "@server/domains/care-points/opening-hours";
import { hoursOf, hoursOfAny } from "@server/domains/care-points/timetable";

const hours = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
const weekdays = (opens: string, closes: string) => [1, 2, 3, 4, 5].map((day) => hours(day, opens, closes));
/** 2026-11-22 is a Sunday; times are Shanghai's. */
const at = (date: string, time: string) => weekMoment(Date.parse(`${date}T${time}+08:00`));

describe("what holds on a day", () => {
  const usual = offeringOf("meals", weekdays("10:30", "13:00"));
  const offering: Offering = {
    ...usual,
    seasons: [
      { name: "夏季", from: "06-01", to: "08-31", openingHours: weekdays("10:00", "12:30") },
      { name: "冬季", from: "12-01", to: "02-28", openingHours: weekdays("11:00", "13:30") },
    ],
    specialDays: [
      { date: "2026-12-31", hours: [{ opens: "09:00", closes: "11:00" }], reason: "年底盘点" },
      { date: "2027-01-01", hours: [], reason: "元旦" },
    ],
  };
  const on = (date: string, closedDays: ClosedDay[] = []) => hoursOf(offering, closedDays)(date);
  const span = (opens: string, closes: string) => [{ opens, closes }];

  test.each([
    ["the week", "2026-11-30", span("10:30", "13:00")],
    ["the season from its first day", "2026-12-01", span("11:00", "13:30")],
    ["over New Year", "2027-01-04", span("11:00", "13:30")],
    ["to its last day", "2027-02-26", span("11:00", "13:30")],
    ["the week again", "2027-03-01", span("10:30", "13:00")],
    ["another season", "2026-06-01", span("10:00", "12:30")],
    ["a special day before the season", "2026-12-31", span("09:00", "11:00")],
    ["a special day without hours", "2027-01-01", []],
    ["a day off in every season", "2026-12-06", []],
  ])("%s: %s", (_what, date, hours) => expect(on(date)).toEqual(hours));

  test("a closed day wins over all", () => {
    expect(on("2026-12-31", [{ date: "2026-12-31", reason: "停电" }])).toEqual([]);
  });

  test("a place is open while any of its services is", () => {
    const dayCare = offeringOf("day_care", weekdays("12:00", "17:00"));
    expect(hoursOfAny([offering, dayCare], [])("2026-11-30")).toEqual(span("10:30", "17:00"));
    expect(hoursOfAny([], [])("2026-11-30")).toEqual([]);
  });

  test("in words: the week, each season with the one of today marked, and the days that differ", () => {
    expect(openingLines(offering, "2026-12-20")).toEqual([
      "星期一到星期五 10:30–13:00",
      "星期六到星期日 休息",
      "夏季（6月1日到8月31日）星期一到星期五 10:00–12:30",
      "夏季（6月1日到8月31日）星期六到星期日 休息",
      "冬季（12月1日到2月28日，现在）星期一到星期五 11:00–13:30",
      "冬季（12月1日到2月28日，现在）星期六到星期日 休息",
      "12月31日 09:00–11:00：年底盘点",
      "1月1日 休息：元旦",
    ]);
  });

  test("a home that never closes says so, and is open at midnight", () => {
    const always = offeringOf(
      "full_time_care",
      [0, 1, 2, 3, 4, 5, 6].map((day) => hours(day, "00:00", "24:00")),
    );
    const state = (time: string) => openStateAt({ hoursOn: hoursOf(always, []), moment: at("2026-11-23", time) });
    expect([state("00:00"), state("23:59:59.999")]).toEqual([
      { isOpenNow: true, openLabel: "全天开放" },
      { isOpenNow: true, openLabel: "全天开放" },
    ]);
    expect(openingLines(always, "2026-11-23")).toEqual(["每天 全天"]);
  });
});

describe("open times planned ahead", () => {
  test("are each service's own, for fourteen days, in instants", () => {
    const offerings = [
      offeringOf("meals", [hours(1, "10:30", "13:00")]),
      offeringOf("respite", [hours(2, "00:00", "24:00")]),
    ];
    const planned = openIntervalsOf({
      offerings,
      closedDays: [{ date: "2026-11-30", reason: "检修" }],
      from: "2026-11-22",
    });
    const told = planned.map(({ service, from, to }) => [service, from.toISOString(), to.toISOString()]);
    expect(told).toEqual([
      ["meals", "2026-11-23T02:30:00.000Z", "2026-11-23T05:00:00.000Z"],
      ["respite", "2026-11-23T16:00:00.000Z", "2026-11-24T16:00:00.000Z"],
      ["respite", "2026-11-30T16:00:00.000Z", "2026-12-01T16:00:00.000Z"],
    ]);
  });

  test("agree with the sign on the door at every quarter of an hour", () => {
    const offering = offeringOf("meals", [...weekdays("06:30", "08:30"), ...weekdays("10:30", "13:00")]);
    const planned = openIntervalsOf({ offerings: [offering], closedDays: [], from: "2026-11-22" });
    for (let quarter = 0; quarter < 14 * 96; quarter += 1) {
      const now = Date.parse("2026-11-22T00:00:00+08:00") + quarter * 900_000;
      const { isOpenNow } = openStateAt({ hoursOn: hoursOf(offering, []), moment: weekMoment(now) });
      expect(planned.some(({ from, to }) => from.getTime() <= now && now < to.getTime())).toBe(isOpenNow);
    }
  });
});
