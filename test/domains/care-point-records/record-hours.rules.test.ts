import { describe, expect, test } from "@jest/globals";
import {
  hoursWords,
  isWithoutOverlap,
  readHours,
  spansByDay,
} from "@shared/domains/care-point-records/care-point-records.rules";

const span = (opens: string, closes: string) => ({ opens, closes });

describe("hours as people type them", () => {
  test.each([
    ["10:30-13:00", [span("10:30", "13:00")]],
    ["8:00–11:30、14:00到18:00", [span("08:00", "11:30"), span("14:00", "18:00")]],
    ["8：00至24:00", [span("08:00", "24:00")]],
    ["10:30 - 13:00 17:00～19:00", [span("10:30", "13:00"), span("17:00", "19:00")]],
    ["10:00-13:00,13:00-14:00", [span("10:00", "13:00"), span("13:00", "14:00")]],
    ["休息", []],
    ["  ", []],
  ])("%s", (typed, expected) => {
    expect(readHours(typed)).toEqual(expected);
  });

  test.each([
    "13:00-10:30",
    "10:30-10:30",
    "10:00-13:00、12:59-14:00",
    "25:00-26:00",
    "24:00-24:00",
    "10:60-13:00",
    "上午",
    "10:30",
    "10:30-13:00 下午",
    "10:30-13:00-14:00",
  ])("cannot read %s", (typed) => {
    expect(readHours(typed)).toBeNull();
  });

  test("are written so that they read back as they were", () => {
    const hours = [span("08:00", "11:30"), span("14:00", "24:00")];
    expect(readHours(hoursWords(hours))).toEqual(hours);
    expect(hoursWords([])).toBe("休息");
  });
});

test("hours that touch do not overlap, in whatever order they come", () => {
  expect(isWithoutOverlap([span("13:00", "14:00"), span("10:00", "13:00")])).toBe(true);
  expect(isWithoutOverlap([span("12:59", "14:00"), span("10:00", "13:00")])).toBe(false);
  expect(isWithoutOverlap([])).toBe(true);
});

test("a week's rows fall to their days", () => {
  const rows = [0, 6, 6].map((weekday) => ({ weekday, ...span("10:00", "11:00") }));
  expect(spansByDay(rows).map(({ length }) => length)).toEqual([1, 0, 0, 0, 0, 0, 2]);
});
