import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildCarePoint } from "@server/domains/care-points/index";
import { searchKeysOf, toSearchBeginning } from "@server/domains/care-points/search-keys";
import { buildCommunity, buildRegion } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

/** More than are looked at one by one. */
const MANY = 210;

let app: TestApp;
let communityId: string;

beforeAll(async () => {
  app = await startApp();
  communityId = (await buildCommunity())._id;
  const at = (longitude: number) => ({ type: "Point" as const, coordinates: [longitude, 35.303] as const });
  await buildCarePoint({ regionId: communityId, name: "向荣社区食堂", position: at(113.9) });
  await buildCarePoint({
    regionId: communityId,
    name: "春风社区食堂",
    position: at(113.876),
    formerNames: ["机床厂食堂"],
  });
  await buildCarePoint({ regionId: communityId, name: "耄童康养驿站（一老一小）", position: at(113.88) });
  const elsewhere = await buildRegion({ name: "演示街道", parentId: "anning-peili" });
  await buildCarePoint({ regionId: elsewhere._id, name: "外地食堂" });
});
afterAll(() => app.close());

const ask = (text: string) => app.request.get("/api/care-points/search").query({ communityId, text });
const found = async (text: string) => {
  const { body } = await ask(text).expect(200);
  return body.data.carePoints.map(({ name }: { name: string }) => name);
};

describe("care points by name", () => {
  test.each([
    ["食堂", ["春风社区食堂", "向荣社区食堂"]],
    ["春风", ["春风社区食堂"]],
    ["机床", ["春风社区食堂"]],
    ["cfsq", ["春风社区食堂"]],
    ["shitang", ["春风社区食堂", "向荣社区食堂"]],
    [" 社区 食堂 ", ["春风社区食堂", "向荣社区食堂"]],
    ["KANGYANG", ["耄童康养驿站（一老一小）"]],
    ["一老", ["耄童康养驿站（一老一小）"]],
    ["堂食", []],
    ["外地", []],
  ])("%s, nearest first and of this city", async (text, names) => expect(await found(text)).toEqual(names));

  test.each([".*", "^", "..食堂..x", "$where", "(", "\\", "[\u4e00-\u9fff]"])(
    "the sign %s searches for nothing more than it says",
    async (text) => {
      expect(await found(text)).not.toContain("向荣社区食堂");
    },
  );

  test("a name longer than any is refused, like an empty one", async () => {
    await ask("食".repeat(21)).expect(422);
    await ask("  ").expect(422);
  });
});

test("of a word that hundreds of names hold, the nearest are shown, whichever were written first", async () => {
  const city = await buildCommunity({ name: "助餐社区" });
  const at = (longitude: number) => ({ type: "Point" as const, coordinates: [longitude, 35.303] as const });
  for (let index = 0; index < MANY; index += 1)
    await buildCarePoint({ regionId: city._id, name: `第${index + 1}助餐点`, position: at(113.95 + index / 10_000) });
  const nearest = Array.from({ length: 20 }, (_, index) => `近处${index + 1}助餐点`);
  for (const [index, name] of [...nearest.entries()].reverse())
    await buildCarePoint({ regionId: city._id, name, position: at(113.876 - index / 10_000) });
  expect(await found("助餐点")).toEqual(nearest);
});

describe("what finds a name", () => {
  test("its endings in 汉字, pinyin and initials, each once", () => {
    expect(searchKeysOf({ name: "春风 A座", formerNames: [] })).toEqual([
      "春风a座",
      "风a座",
      "a座",
      "座",
      "chunfengazuo",
      "fengazuo",
      "azuo",
      "zuo",
      "cfaz",
      "faz",
      "az",
      "z",
    ]);
  });

  test("whatever is typed, only letters, signs and digits ask", () => {
    expect(toSearchBeginning(" Ａ座.*（春） ")).toBe("a座春");
    expect(toSearchBeginning("^$")).toBe("");
  });
});
