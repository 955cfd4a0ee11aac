import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { addWorkingDays, isWorkingDay } from "@server/core/cases/working-days";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

describe("working days", () => {
  /** The State Council's arrangement for 2026 (国办发明电〔2025〕7号). */
  test.each([
    ["a Monday", "2026-11-23", true],
    ["a Sunday", "2026-11-22", false],
    ["a Saturday", "2026-11-21", false],
    ["National Day, a Thursday", "2026-10-01", false],
    ["the last of its holidays, a Wednesday", "2026-10-07", false],
    ["the Saturday worked in its stead", "2026-10-10", true],
    ["the Sunday worked before it", "2026-09-20", true],
    ["a weekday of the Spring Festival", "2026-02-18", false],
    ["the Saturday worked for the Spring Festival", "2026-02-14", true],
  ])("%s: %s", (_, date, expected) => {
    expect(isWorkingDay(date)).toBe(expected);
  });

  test("in a year that is not published yet the law's own days and weekends are off, moved weekends unknown", () => {
    expect(["2030-01-01", "2030-05-02", "2030-10-03", "2030-10-05"].map(isWorkingDay)).toEqual(Array(4).fill(false));
    expect(["2030-01-02", "2030-10-04"].map(isWorkingDay)).toEqual([true, true]);
  });

  test.each([
    ["over a weekend", "2026-11-20", 1, "2026-11-23"],
    ["from a Sunday", "2026-11-22", 3, "2026-11-25"],
    ["over National Day, back on the Thursday", "2026-09-30", 1, "2026-10-08"],
    ["over National Day, with the Saturday that is worked", "2026-09-30", 3, "2026-10-10"],
    ["over the worked Saturday and the Sunday behind it", "2026-10-09", 2, "2026-10-12"],
    ["over New Year into a year of which only the law is known", "2026-12-31", 1, "2027-01-04"],
    ["none", "2026-10-01", 0, "2026-10-01"],
  ])("%s", (_, from, count, expected) => {
    expect(addWorkingDays(from, count)).toBe(expected);
  });

  test("are the same wherever the computer stands", async () => {
    const script = `
      const { addWorkingDays } = await import("./server/core/cases/working-days.ts");
      console.log(addWorkingDays("2026-09-30", 3), addWorkingDays("2026-11-20", 1));`;
    for (const TZ of ["America/Los_Angeles", "Pacific/Kiritimati"]) {
      const run = promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
        cwd: ROOT,
        env: { ...process.env, TZ, NODE_OPTIONS: "" },
      });
      expect((await run).stdout.trim()).toBe("2026-10-10 2026-11-23");
    }
  });
});
