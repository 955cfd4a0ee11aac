import { describe, expect, test } from "@jest/globals";
import { findRows, waitingFirst } from "@miniapp/domains/meals/roster-search";
import type { RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { rosterRow } from "@test/support/roster-rows";

const row = (name: string, pinyinInitials: string, rest: Partial<RosterRow> = {}) =>
  rosterRow({ bookingId: name, name, pinyinInitials, ...rest });

const wang = row("王秀兰", "wxl", { phoneTail: "4821" });
const li = row("李建国", "ljg", { phoneTail: "1001", state: "served" });
const zhao = row("赵玉梅", "zym", { state: "no_show" });
const rows = [li, zhao, wang];
const found = (search: string) => findRows(rows, search).map(({ name }) => name);

describe("the roster's search", () => {
  test.each([
    ["a part of the name", "秀兰", ["王秀兰"]],
    ["the beginning of the initials, in capitals too", "WX", ["王秀兰"]],
    ["the end of the phone number", "821", ["王秀兰"]],
    ["the whole tail", "1001", ["李建国"]],
    ["spaces around it", " 赵 ", ["赵玉梅"]],
    ["nobody", "孙", []],
  ])("finds by %s", (_, search, names) => expect(found(search)).toEqual(names));

  test("initials are found from their beginning only, a phone from its end only", () => {
    expect(found("xl")).toEqual([]);
    expect(found("482")).toEqual([]);
  });

  test("without a search everybody is there", () => expect(found("  ")).toHaveLength(3));

  test("who is waited for stands first, who was served last", () => {
    expect(waitingFirst(rows).map(({ name }) => name)).toEqual(["王秀兰", "赵玉梅", "李建国"]);
  });
});
