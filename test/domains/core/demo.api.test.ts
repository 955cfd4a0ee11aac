import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { database } from "@server/core/db/connect";
import { demoStaffLogin } from "@server/demo/demo-people";
import { prepareDemo, seedDemo } from "@server/demo/seed-demo";
import { startApp, type TestApp } from "@test/support/app";
import { testClock } from "@test/support/clock";

const CANTEEN = "demo-chunfeng-canteen";
let app: TestApp;
let people: { id: string; preferredName: string; description: string }[];

beforeAll(async () => {
  app = await startApp({ clock: testClock("2026-11-22T02:00:00.000Z") });
  await prepareDemo(app.deps);
  people = (await app.request.get("/api/accounts/demo-people")).body.data.people;
});
afterAll(() => app.close());

const get = async (path: string, query: Record<string, string>, token = "") =>
  (await app.request.get(`/api/${path}`).query(query).set("Authorization", `Bearer ${token}`).expect(200)).body.data;
const signInAs = async (name: string) => {
  const personId = people.find(({ preferredName }) => preferredName === name)?.id;
  return (await app.request.post("/api/accounts/sign-in/demo").send({ personId }).expect(200)).body.data;
};
/** Everything that is stored, but for what is random on purpose: portions' own ids and codes, seals, sessions. */
async function contents() {
  const stored = ["regions", "care_points", "menus"].map((name) => database().collection(name));
  const rows = await Promise.all(
    stored.map((collection) => collection.find({}, { batchSize: 1_000 }).sort({ _id: 1 }).toArray()),
  );
  const counted = ["people", "portions", "credentials"].map((name) => database().collection(name).countDocuments());
  return JSON.stringify([rows, await Promise.all(counted)]);
}

describe("the demo community", () => {
  test("has three canteens and two stations in one city, a canteen in the other, and whatever it shows is marked as demo", async () => {
    const here = await get("care-points", { communityId: "demo-chunfeng" });
    const shown = here.carePoints.map((one: Record<string, unknown>) => [
      one["name"],
      one["walkMinutes"],
      one["isDemo"],
    ]);
    expect(shown.slice(0, 2)).toEqual([
      ["春风社区食堂", 8, true],
      ["耄童康养驿站", 11, true],
    ]);
    const names = shown.map(([name]: [string]) => name);
    for (const told of ["向荣社区食堂", "牧野社区日间照料", "牧歌社区食堂"]) expect(names).toContain(told);
    const there = await get("care-points", { communityId: "demo-taolin" });
    expect(there.carePoints[0]).toMatchObject({ name: "桃林社区食堂" });
    const all = [...here.carePoints, ...there.carePoints] as { isDemo: boolean }[];
    expect(all.filter(({ isDemo }) => !isDemo)).toEqual([]);
  });

  test("has a station that closes the day after tomorrow, and says so beforehand", async () => {
    const { offerings, closedLines } = await get("care-points/demo-muye-day-care", {});
    expect(offerings).toMatchObject([{ service: "day_care", openingLines: ["每天 08:00–17:30"] }]);
    expect(closedLines).toEqual(["11月24日 停业：设备检修"]);
  });

  test("has elders of 66, 78 and 91 and the others, each with a sentence", async () => {
    expect(people.map(({ preferredName }) => preferredName)).toEqual([
      "王阿姨",
      "赵大姐",
      "李大爷",
      "小敏",
      "陈师傅",
      "刘主任",
      "孙科长",
      "钱干事",
      "郑处长",
    ]);
    const { birthDate, community } = (await signInAs("王阿姨")).me;
    expect([birthDate, community.label]).toEqual(["1948-05-06", "红旗区 春风社区"]);
    expect((await signInAs("赵大姐")).me.birthDate).toBe("1960-09-12");
    expect((await signInAs("李大爷")).me.birthDate).toBe("1935-02-03");
  });

  test("cooks lunch fourteen days ahead, breakfast only where it is cooked", async () => {
    const { days } = await get("meals/menus", { carePointId: CANTEEN });
    const cooked = days.map((day: { meals: { meal: string }[] }) => day.meals.map(({ meal }) => meal).join());
    expect(new Set(cooked)).toEqual(new Set(["lunch,dinner"]));
    const last = addDays("2026-11-22", 14);
    expect((await get("meals/menus", { carePointId: CANTEEN, serviceDate: last, meal: "lunch" })).menu).not.toBeNull();
    const other = await get("meals/menus", { carePointId: "demo-xiangrong-canteen", meal: "breakfast" });
    expect(other.menu.dishes.length).toBeGreaterThanOrEqual(3);
  });

  test("lets 王阿姨 repeat yesterday's lunch tomorrow", async () => {
    const overview = await get("meals/overview", { communityId: "demo-chunfeng" }, (await signInAs("王阿姨")).token);
    expect(overview).toMatchObject({
      usualCarePoint: { id: CANTEEN, walkMinutes: 8 },
      nextOpenMenu: { dayLabel: "明天", meal: "lunch" },
      repeat: { dishName: "红烧豆腐套餐", lastLabel: "昨天", order: { mode: "eat_in" } },
    });
  });

  test("lets 小敏 order for her mother, with 再来一份", async () => {
    const { token } = await signInAs("小敏");
    const { iActFor } = await get("family/bonds", {}, token);
    expect(iActFor).toMatchObject([{ label: "王阿姨", communityId: "demo-chunfeng", scopes: ["meals", "care_notes"] }]);
    const [{ person }] = iActFor;
    const overview = await get("meals/overview", { communityId: "demo-chunfeng", elderId: person.id }, token);
    expect(overview.repeat).toMatchObject({ dishName: "红烧豆腐套餐", order: { mode: "eat_in" } });
  });

  test("has a manager who signs in by the printed name and password", async () => {
    const { body } = await app.request.post("/api/accounts/sign-in/staff").send(demoStaffLogin).expect(200);
    expect(body.data.me.memberships).toMatchObject([{ carePointId: CANTEEN, role: "care_point_manager" }]);
  });

  test("is the same when it is seeded again, and is not seeded over people", async () => {
    const before = await contents();
    await seedDemo(app.deps);
    expect(await contents()).toBe(before);
  });

  test("grows by a day when a day has passed, and its people keep their age", async () => {
    app.clock.advance(86_400_000);
    const [job] = await prepareDemo(app.deps);
    await job?.run(app.deps);
    const serviceDate = addDays("2026-11-23", 14);
    expect((await get("meals/menus", { carePointId: CANTEEN, serviceDate })).menu).toMatchObject({ serviceDate });
  });
});
