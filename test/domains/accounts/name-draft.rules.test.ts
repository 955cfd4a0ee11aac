import { expect, test } from "@jest/globals";
import { hintOf, readName } from "@miniapp/domains/accounts/name-draft";

test("the name comes back and is told to be from before", () => {
  const draft = readName({ preferredName: "王阿姨", isBack: false });
  expect(draft).toEqual({ preferredName: "王阿姨", isBack: true });
  expect(hintOf({ ...draft, otherwise: "比如王阿姨" })).toContain("还在");
});
test.each([undefined, null, "王阿姨", { preferredName: 4 }, { preferredName: "" }])(
  "%p is no draft: the form is empty, with its usual hint",
  (kept) => {
    expect(readName(kept)).toEqual({ preferredName: "", isBack: false });
    expect(hintOf({ isBack: false, otherwise: "比如王阿姨" })).toBe("比如王阿姨");
  },
);
test("birth date and phone are never taken from a draft", () => {
  const draft = readName({ preferredName: "王阿姨", birthDate: "1948-05-06", phone: "13800000000" });
  expect(Object.keys(draft).sort()).toEqual(["isBack", "preferredName"]);
});
