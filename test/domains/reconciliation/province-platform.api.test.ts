import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readPlatform, type PlatformAccess } from "@server/domains/reconciliation/province-platform";
import { manyFacilities, startPlatformFake, type PlatformFake } from "@test/support/province-platform-fake";

let fake: PlatformFake;
beforeEach(async () => {
  fake = await startPlatformFake(manyFacilities(450));
});
afterEach(() => fake.stop());

const read = (overrides: Partial<PlatformAccess> = {}) =>
  readPlatform({
    access: { url: fake.url, token: fake.token, pausesMs: [1, 1], withinMs: 2_000, ...overrides },
    cityName: "新乡市",
  });
const pages = () => fake.asked.map(({ page }) => page);

describe("reading the province's platform", () => {
  test("gives every facility once, of all pages, with the day of which it tells", async () => {
    const reading = await read();
    expect(reading).toMatchObject({ trouble: null, asOf: "2026-11-21" });
    const { facilities } = reading as Extract<typeof reading, { trouble: null }>;
    expect(new Set(facilities.map(({ id }) => id)).size).toBe(450);
    expect(facilities[31]).toEqual({
      id: "p-31",
      name: "第31日间照料站",
      creditCode: null,
      countyName: "红旗区",
      beds: 1,
    });
    expect(fake.asked).toEqual([1, 2, 3].map((page) => ({ city: "新乡市", page })));
  });

  test("a page that broke off is asked for again, and only that one", async () => {
    fake.onRequest = (nth) => (nth === 2 ? "down" : nth === 3 ? "busy" : "well");
    expect(await read()).toMatchObject({ trouble: null });
    expect(pages()).toEqual([1, 2, 2, 2, 3]);
  });

  test.each(["down", "busy", "elsewhere", "huge"] as const)(
    "one that is %s for good is left after three tries",
    async (manner) => {
      fake.onRequest = (nth) => (nth === 1 ? "well" : manner);
      expect(await read()).toEqual({ trouble: "unreachable" });
      expect(pages()).toEqual([1, 2, 2, 2]);
    },
  );

  test("an answer that never ends is given up", async () => {
    fake.onRequest = () => "slow";
    expect(await read({ withinMs: 50, pausesMs: [] })).toEqual({ trouble: "unreachable" });
  });

  test.each(["words", "empty", "strange"] as const)("%s is no list, and is not asked for again", async (manner) => {
    fake.onRequest = () => manner;
    expect(await read()).toEqual({ trouble: "unreadable" });
    expect(pages()).toEqual([1]);
  });

  test.each([
    ["a name with hidden signs", { name: "敬老院\u202E" }],
    ["a code of 17 signs", { credit_code: "91410700MA44ABCD1" }],
    ["half a bed", { beds: 1.5 }],
    ["more beds than any house has", { beds: 1_000_000 }],
    ["no county", { county: "" }],
  ])("one row with %s makes the list unreadable", async (_what, fault) => {
    const [first, ...rest] = manyFacilities(3);
    fake.facilities = [...rest, { ...(first as (typeof rest)[number]), ...fault }];
    expect(await read()).toEqual({ trouble: "unreadable" });
  });

  test("a refused token is said as that, and not tried again", async () => {
    expect(await read({ token: "old" })).toEqual({ trouble: "token_refused" });
    expect(fake.asked).toEqual([]);
  });

  test("a list that grew while it was read is begun anew, and comes whole", async () => {
    fake.onRequest = (nth) => {
      if (nth === 2) fake.facilities = manyFacilities(451);
      return "well";
    };
    const reading = await read();
    expect(reading).toMatchObject({ trouble: null });
    expect(reading).toHaveProperty("facilities.length", 451);
  });

  test("one that changes at every reading is not taken", async () => {
    fake.onRequest = (nth) => {
      fake.facilities = manyFacilities(450 + nth);
      return "well";
    };
    expect(await read()).toEqual({ trouble: "changing" });
  });

  test("a facility that stands on two pages means that the pages moved", async () => {
    fake.facilities = [...manyFacilities(200), ...manyFacilities(10)];
    expect(await read()).toEqual({ trouble: "changing" });
  });
});
