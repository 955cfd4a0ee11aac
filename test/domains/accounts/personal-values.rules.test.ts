import { describe, expect, test } from "@jest/globals";
import { searchKeysOf, toNameKey } from "@server/domains/accounts/personal-values";

describe("what staff may type to find a name", () => {
  test.each([
    ["王阿姨", ["王阿姨", "wangayi", "way"]],
    ["单奶奶", ["单奶奶", "shannainai", "snn"]],
    ["吕姐", ["吕姐", "lvjie", "lj"]],
    ["阿卜杜拉·买买提", ["阿卜杜拉·买买提", "abudulamaimaiti", "abdlmmt"]],
    ["𠮷", ["𠮷"]],
    ["Anna", ["anna", "a"]],
  ])("%s", (name, keys) => expect(searchKeysOf(name)).toEqual(keys));
});

test("names are compared without width and case", () => {
  expect(toNameKey(" ＭAnager１ ")).toBe("manager1");
});
