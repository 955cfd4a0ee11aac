import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findUnmatched, type Comparable } from "@server/domains/reconciliation/match-facilities";

const CODE = "91410700MA44ABCD1X";
const OTHER_CODE = "91410700MA44ABCD2X";
const place = (overrides: Partial<Comparable> = {}): Comparable => ({
  id: "one",
  name: "春风日间照料站",
  creditCode: null,
  countyId: "hongqi",
  beds: 10,
  ...overrides,
});
const left = (theirs: Comparable[], ours: Comparable[]) => {
  const found = findUnmatched({ theirs, ours });
  return { theirs: found.theirs.map(({ id }) => id), ours: found.ours.map(({ id }) => id) };
};
const NOTHING = { theirs: [], ours: [] };

describe("which facilities both sides have", () => {
  test("the same code is the same, by whatever name and in whatever county", () => {
    const theirs = place({ creditCode: CODE, name: "春风养老服务有限公司", countyId: "weibin" });
    expect(left([theirs], [place({ creditCode: CODE })])).toEqual(NOTHING);
  });

  test.each(["春风 日间照料站", "春风（日间照料站）", "春风(日间照料站)", "春风·日间照料站"])(
    "without a code the name within the county decides, however it is spaced: %s",
    (name) => {
      expect(left([place({ name })], [place()])).toEqual(NOTHING);
    },
  );

  test("the same name in another county is another place", () => {
    expect(left([place({ countyId: "weibin" })], [place()])).toEqual({ theirs: ["one"], ours: ["one"] });
  });

  test("names are not compared where nobody knows the county", () => {
    expect(left([place({ countyId: null })], [place({ countyId: null })])).toEqual({ theirs: ["one"], ours: ["one"] });
  });

  test("of an operator with several houses each finds its own", () => {
    const houses = ["东院", "西院", "南院"].map((name) => place({ id: name, name, creditCode: CODE }));
    expect(left(houses, [place({ id: "ours", name: "西院", creditCode: CODE })])).toEqual({
      theirs: ["东院", "南院"],
      ours: [],
    });
  });

  test("a name stands in only where the codes found nobody", () => {
    const theirs = place({ creditCode: CODE });
    const ours = [
      place({ id: "by-name", creditCode: OTHER_CODE }),
      place({ id: "by-code", name: "x", creditCode: CODE }),
    ];
    expect(left([theirs], ours)).toEqual({ theirs: [], ours: ["by-name"] });
    expect(left([theirs], ours.slice(0, 1))).toEqual(NOTHING);
  });

  test("two of ours by one name are one of theirs and one more", () => {
    expect(left([place()], [place({ id: "b" }), place({ id: "a" })])).toEqual({ theirs: [], ours: ["b"] });
  });

  test("each facility is in one pair at most, and the order of the lists changes nothing", () => {
    const code = fc.constantFrom(null, CODE, OTHER_CODE);
    const any = fc.record({
      name: fc.constantFrom("甲", "乙"),
      creditCode: code,
      countyId: fc.constantFrom("a", "b", null),
    });
    const side = fc.array(any, { maxLength: 8 }).map((all) => all.map((one, n) => place({ ...one, id: `${n}` })));
    fc.assert(
      fc.property(side, side, (theirs, ours) => {
        const found = left(theirs, ours);
        expect(theirs.length - found.theirs.length).toBe(ours.length - found.ours.length);
        expect(left([...theirs].reverse(), [...ours].reverse())).toEqual(found);
      }),
      { seed: 20_261_122 },
    );
  });
});
