import { describe, expect, test } from "@jest/globals";
import { BondLength, FamilyScope, Relation } from "@shared/domains/family/family.contract";
import { familyRulesOn, lengthWords, relationWords, scopeWords } from "@shared/domains/family/family.rules";
import type { KnownPerson } from "@server/domains/accounts/index";
import type { ActDocument } from "@server/domains/family/act.model";
import type { BondDocument } from "@server/domains/family/bond.model";
import { helperLabel, presentAct, presentBond, validLabel } from "@server/domains/family/family.presenter";
import { isStanding } from "@server/domains/family/family.queries";

const at = (shanghai: string) => Date.parse(`${shanghai}+08:00`);
const known = (id: string, preferredName: string | null): KnownPerson => ({
  id,
  preferredName,
  communityId: "chunfeng",
  districtId: "hongqi",
  isStaff: false,
  hasBirthDate: true,
});
const bond: BondDocument = {
  _id: "bond-1",
  elder: "wang",
  helper: "min",
  relation: "daughter",
  scopes: ["meals"],
  invitations: ["invitation-1"],
  elderPlace: 0,
  helperPlace: 0,
  since: new Date(at("2026-11-22T10:00:00")),
  expiresAt: new Date(at("2027-11-23T00:00:00")),
  active: true,
};

describe("the rules of a day", () => {
  test("stand in dated rows with their source", () => {
    const rules = familyRulesOn("2026-11-22");
    expect(rules.source).toContain("第一百七十三条");
    expect([rules.codeMinutes, rules.usualLength, rules.bondDays]).toEqual([
      15,
      "year",
      { month: 30, year: 365, open: null },
    ]);
    expect(familyRulesOn("2030-01-01")).toBe(rules);
  });

  test("there are none before the first row", () => {
    expect(() => familyRulesOn("2026-10-31")).toThrow("2026-10-31");
  });

  test("every word that is chosen has its word on the screen", () => {
    expect(Object.keys(relationWords).sort()).toEqual([...Relation.options].sort());
    expect(Object.keys(scopeWords).sort()).toEqual([...FamilyScope.options].sort());
    expect(Object.keys(lengthWords).sort()).toEqual([...BondLength.options].sort());
  });
});

describe("whether a bond holds", () => {
  const end = at("2027-11-23T00:00:00");
  test.each([
    ["before its last day is over", bond, end - 1, true],
    ["from the first moment after it", bond, end, false],
    ["without an end, for years", { ...bond, expiresAt: null }, at("2049-01-01T00:00:00"), true],
    ["once ended", { expiresAt: null }, end - 1, false],
  ])("%s", (_title, one, now, holds) => {
    expect(isStanding(one as BondDocument, now)).toBe(holds);
  });
});

describe("a bond in words", () => {
  test("as the elder sees it: who acts for her, and until when", () => {
    expect(presentBond({ bond, viewerId: "wang", person: known("min", "小敏") })).toEqual({
      id: "bond-1",
      person: { id: "min", preferredName: "小敏" },
      label: "女儿小敏",
      communityId: null,
      scopes: ["meals"],
      periodLabel: "2026年11月22日起，到 2027年11月22日",
    });
  });

  test("as the helper sees it: for whom, and where she lives", () => {
    const open = { ...bond, expiresAt: null };
    expect(presentBond({ bond: open, viewerId: "min", person: known("wang", "王阿姨") })).toMatchObject({
      person: { id: "wang", preferredName: "王阿姨" },
      label: "王阿姨",
      communityId: "chunfeng",
      periodLabel: "2026年11月22日起，直到取消",
    });
  });

  test("somebody without a name, or who has left, is still somebody", () => {
    expect(presentBond({ bond, viewerId: "wang", person: known("min", null) }).label).toBe("女儿家人");
    expect(presentBond({ bond, viewerId: "min", person: undefined })).toMatchObject({
      label: "家人",
      communityId: null,
    });
    expect(helperLabel({ relation: null, preferredName: "陈师傅" })).toBe("陈师傅");
  });
});

describe("an act in words", () => {
  const act: ActDocument = {
    _id: "event-1",
    elder: "wang",
    helper: "min",
    relation: "daughter",
    words: "替您订了午饭",
    at: new Date(at("2026-11-22T10:02:00")),
  };
  test.each([
    ["2026-11-22T23:59:00", "今天 10:02"],
    ["2026-11-23T00:00:00", "昨天 10:02"],
    ["2026-11-24T00:00:00", "11月22日 10:02"],
    ["2027-01-01T00:00:00", "2026年11月22日 10:02"],
  ])("at %s it was %s", (now, atLabel) => {
    const shown = presentAct({ act, helper: known("min", "小敏"), now: at(now) });
    expect(shown).toEqual({ id: "event-1", sentence: "女儿小敏替您订了午饭", atLabel, at: "2026-11-22T02:02:00.000Z" });
  });
});

test("how long a code is good, in words", () => {
  expect(validLabel({ validMinutes: 15, expiresAt: at("2026-11-22T10:15:00") })).toBe("15 分钟内有效，到 10:15");
});
