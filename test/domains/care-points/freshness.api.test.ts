import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { confirmDatesOf, freshnessOn } from "@server/domains/care-points/confirm-dates";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

const TODAY = "2026-11-22";
/** 新乡's pack: a canteen is confirmed every 30 days, sinks 30 days after its due day and leaves after 90. */
const checkedDaysAgo = (days: number) => ({ verifiedOn: addDays(TODAY, -days) });
let app: TestApp;
let communityId: string;

beforeAll(async () => {
  app = await startApp();
  communityId = (await buildCommunity())._id;
});
afterEach(() => CarePointModel.deleteMany({}));
afterAll(() => app.close());

const build = (name: string, overrides: object = {}) => buildCarePoint({ regionId: communityId, name, ...overrides });
const list = async (query: Record<string, string> = {}) => {
  const { body } = await app.request
    .get("/api/care-points")
    .query({ communityId, ...query })
    .expect(200);
  const { carePoints, nextCursor } = body.data;
  const rows = carePoints.map((one: { name: string; freshness: string }) => `${one.name} ${one.freshness}`);
  return { rows, nextCursor: nextCursor as string };
};

describe("an entry that nobody confirms", () => {
  test("is overdue, then sinks below all others, then leaves the list; alone it still answers", async () => {
    await build("久", checkedDaysAgo(61));
    await build("新", checkedDaysAgo(30));
    await build("晚", checkedDaysAgo(31));
    await build("还在", checkedDaysAgo(120));
    const { _id } = await build("离开", checkedDaysAgo(121));

    const first = await list();
    expect(first.rows.sort()).toEqual(["新 current", "晚 overdue"].sort());
    const second = await list({ cursor: first.nextCursor });
    expect(second.rows.sort()).toEqual(["久 stale", "还在 stale"].sort());
    expect(second.nextCursor).toBeNull();
    const { body } = await app.request.get(`/api/care-points/${_id}`).expect(200);
    expect(body.data).toMatchObject({ name: "离开", freshness: "stale", verifiedLabel: "2026年7月24日" });
  });

  test("is passed over when somebody asks for the nearest, once it has left", async () => {
    await build("离开", checkedDaysAgo(121));
    const { body } = await app.request.get("/api/care-points/search").query({ communityId, text: "离" }).expect(200);
    expect(body.data.carePoints).toEqual([]);
  });

  test("that is withheld is in no list and nobody finds it by name; its own page says why", async () => {
    const withheld = { since: TODAY, why: "not_plated", mergedInto: null };
    const { _id } = await build("未挂牌", { withheld });
    expect((await list()).rows).toEqual([]);
    const { body } = await app.request.get("/api/care-points/search").query({ communityId, text: "未" }).expect(200);
    expect(body.data.carePoints).toEqual([]);
    const page = await app.request.get(`/api/care-points/${_id}`).expect(200);
    expect(page.body.data.withheld).toEqual({ why: "not_plated", sinceLabel: "2026年11月22日", mergedInto: null });
  });

  test("the second part goes on over pages without loss", async () => {
    for (let index = 0; index < 23; index += 1) await build(`${index}`, checkedDaysAgo(70));
    const sunken = await list({ cursor: (await list()).nextCursor });
    const rest = await list({ cursor: sunken.nextCursor });
    expect([sunken.rows.length, rest.rows.length, rest.nextCursor]).toEqual([20, 3, null]);
    expect(new Set([...sunken.rows, ...rest.rows]).size).toBe(23);
  });
});

describe("the days of an entry", () => {
  const rule = {
    confirmWithinDays: { canteen: 30, care_home: 90 },
    sinksAfterDays: 30,
    leavesAfterDays: 90,
  } as Parameters<typeof confirmDatesOf>[0]["rule"];

  test("count from the day after the last on which it is believed; the strictest of its kinds decides", () => {
    const dates = confirmDatesOf({ verifiedOn: "2026-01-01", kinds: ["care_home", "canteen"], rule });
    expect(dates).toEqual({ overdueFrom: "2026-02-01", staleFrom: "2026-03-03", leavesOn: "2026-05-02" });
    expect(freshnessOn(dates, "2026-01-31")).toBe("current");
    expect(freshnessOn(dates, "2026-02-01")).toBe("overdue");
    expect(freshnessOn(dates, "2026-03-03")).toBe("stale");
  });
});
