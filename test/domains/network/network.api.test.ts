import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { NetworkState } from "@shared/domains/network/network-shapes";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildRegion } from "@server/domains/regions/index";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import { assemblePack } from "@server/domains/regions/region-pack";
import { openRegionPacks } from "@server/domains/regions/region-tree";
import { RegionModel } from "@server/domains/regions/region.model";
import { startApp, type TestApp } from "@test/support/app";
import { commandsDuring, inWords } from "@test/support/commands";
import { smallPack } from "@test/support/small-pack";

const DISTRICT = "anning";
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => Promise.all([CarePointModel.deleteMany({}), RegionModel.deleteMany({})]));
afterAll(() => app.close());

async function networkOf(regionId: string): Promise<NetworkState> {
  const { body } = await app.request.get("/api/network").query({ regionId }).expect(200);
  return body.data;
}
const requirementOf = ({ requirements }: NetworkState, key: string) => requirements.find((one) => one.key === key);
const targetOf = ({ targets }: NetworkState, indicator: string) => targets.find((one) => one.indicator === indicator);

describe("a district with streets and communities, by its own plan", () => {
  test("says where each requirement and its reading come from", async () => {
    const network = await networkOf(DISTRICT);
    expect(network.path.map(({ name, levelName }) => `${name} ${levelName}`)).toEqual(["安宁区 区"]);
    expect(requirementOf(network, "community-day-care")?.source).toEqual({
      label: "003",
      title: "安政办发〔2022〕6号：“十四五”实施方案",
      publishedOn: "2022",
      article: "任务一、任务九",
      isAssumption: false,
    });
    const hengshui = await networkOf("hengshui");
    expect(requirementOf(hengshui, "county-care-home")?.source.isAssumption).toBe(true);
    expect(requirementOf(network, "street-centre")?.due).toBe("2025-12-31");
  });

  test("one in each street is asked of each street, eight centres are asked in all", async () => {
    const [first, second] = (await networkOf(DISTRICT)).below.map(({ region }) => region.id);
    await buildCarePoint({ kinds: ["nursery"], regionId: first ?? "" });
    await buildCarePoint({ kinds: ["nursery"], regionId: first ?? "" });
    await buildCarePoint({ kinds: ["regional_centre"], regionId: second ?? "" });
    app.clock.set("2025-06-30T02:00:00.000Z");
    const network = await networkOf(DISTRICT);
    const streets = requirementOf(network, "street-childcare")?.required ?? 0;
    expect(streets).toBe(network.below.length);
    expect(targetOf(network, "childcare-institutions-per-street")).toMatchObject({
      goal: { value: 1, isOneEach: true, stated: [{ pace: { left: streets - 1, monthsLeft: 6 } }] },
      counted: { value: 1, of: streets },
      paper: null,
    });
    expect(targetOf(network, "street-comprehensive-centres")).toMatchObject({
      goal: { value: 8, isOneEach: false, stated: [{ pace: { left: 7, perMonth: 2 } }] },
    });
    app.clock.set("2026-11-22T02:00:00.000Z");
  });

  test("a goal in per cent counts communities; where the plan contradicts itself each of its dates has its own pace", async () => {
    const [street] = (await networkOf(DISTRICT)).below.map(({ region }) => region.id);
    for (let n = 0; n < 10; n += 1)
      await buildRegion({ _id: `community-${n}`, name: `${n}社区`, parentId: street ?? "" });
    await buildCarePoint({
      kinds: ["joint_station"],
      regionId: "community-0",
      servesRegionIds: ["community-1", "community-1"],
      today: "2022-07-01",
    });
    app.clock.set("2022-07-01T02:00:00.000Z");
    const target = targetOf(await networkOf(DISTRICT), "community-day-care-coverage");
    expect(target).toMatchObject({ counted: { value: 2, of: 10, percent: "20.0%" }, note: /自相矛盾/ });
    expect(target?.goal?.stated).toEqual([
      { due: "2022-12-31", reading: null, article: "任务一", pace: { left: 7, monthsLeft: 5, perMonth: 2 } },
      { due: "2025-12-31", reading: null, article: "任务九", pace: { left: 7, monthsLeft: 41, perMonth: 1 } },
    ]);
    app.clock.set("2026-11-22T02:00:00.000Z");
  });

  test("for children the health office answers, that of the district where a street has none", async () => {
    const network = await networkOf(DISTRICT);
    expect(requirementOf(network, "street-childcare")?.responsible.officeName).toBe("区卫生健康局");
    expect(requirementOf(network, "street-centre")?.responsible.officeName).toBe("街道办事处");
    expect(requirementOf(network, "childcare-guidance")?.responsible.contact.phone).toBe("12345");
  });
});

describe("what is counted", () => {
  test("a facility of another kind is none, and one with several kinds is each", async () => {
    const { _id: street } = await buildRegion({ parentId: "hengshui-anping" });
    await buildCarePoint({ kinds: ["canteen"], regionId: street });
    const before = await networkOf("hengshui-anping");
    expect(before.requirements.map(({ existing }) => existing)).toEqual([0, 0, 0, 0]);
    await buildCarePoint({ kinds: ["guidance_centre", "care_home"], regionId: street });
    const after = await networkOf("hengshui-anping");
    expect(requirementOf(after, "guidance-centre")).toMatchObject({ existing: 1, percent: "100%" });
    expect(requirementOf(after, "county-care-home")).toMatchObject({ existing: 1, missing: 0 });
  });

  test("a level without regions lacks nothing and has no share", async () => {
    const { requirements } = await networkOf("hengshui-anping");
    expect(requirements.find(({ key }) => key === "mutual-aid")).toMatchObject({
      required: 0,
      existing: 0,
      missing: 0,
      percent: "—",
    });
  });

  test("is asked of the database in three commands, however many regions there are", async () => {
    const { _id: township } = await buildRegion({ parentId: "hengshui-anping" });
    await buildRegion({ parentId: township });
    const sent = await commandsDuring(() => networkOf("hengshui"));
    expect(inWords(sent).sort()).toEqual(["find care_points", "find regions", "find regions"]);
  });
});

describe("a city that is added by its data alone", () => {
  test("has its network counted likewise", async () => {
    openRegionPacks([...loadRegionPacks({ names: [] }), assemblePack(smallPack)]);
    await buildCarePoint({ kinds: ["meal_point"], regionId: "luoyang-luoning-shi" });
    const network = await networkOf("luoyang");
    expect(network.requirements).toMatchObject([
      { key: "village-meals", levelName: "村", required: 1, existing: 1, percent: "100%" },
    ]);
    expect(network.targets).toMatchObject([{ indicator: "meal-points", goal: null, counted: { value: 1, of: 1 } }]);
    expect(network.below).toMatchObject([{ region: { name: "洛宁县" }, missing: 0 }]);
    const county = await networkOf("luoyang-luoning");
    expect(county.requirements[0]?.responsible).toMatchObject({
      officeName: "县民政局",
      contact: { isHelpline: false },
    });
  });
});
