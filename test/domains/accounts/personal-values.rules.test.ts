import { describe, expect, test } from "@jest/globals";
import { toNameKey } from "@server/core/pinyin";
import { searchKeysOf } from "@server/domains/accounts/personal-values";

describe("what staff may type to find a name", () => {
  test("every beginning of the name, its pinyin and its initials", () => {
    const pinyin = ["w", "wa", "wan", "wang", "wanga", "wangay", "wangayi"];
    expect(searchKeysOf("王阿姨")).toEqual(["王", "王阿", "王阿姨", ...pinyin, "way"]);
  });

  test.each([
    ["单奶奶", ["单奶奶", "shannainai", "snn"]],
    ["吕姐", ["吕姐", "lvjie", "lj"]],
    ["阿卜杜拉·买买提", ["阿卜杜拉·买买提", "abudulamaimaiti", "abdlmmt"]],
    ["𠮷", ["𠮷"]],
    ["Anna", ["anna", "a"]],
  ])("%s among others by %j", (name, keys) => expect(searchKeysOf(name)).toEqual(expect.arrayContaining(keys)));

  test("no half of a character is a beginning", () => {
    expect(searchKeysOf("𠮷野").join()).not.toMatch(/\p{Surrogate}/u);
  });

  test("a name of twenty characters stays bounded", () => {
    expect(searchKeysOf("庄".repeat(20)).length).toBeLessThanOrEqual(64);
  });
});

test("names are compared without width and case", () => {
  expect(toNameKey(" ＭAnager１ ")).toBe("manager1");
});
