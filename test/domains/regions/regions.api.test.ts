import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildCommunity, buildRegion, findRegion, labelOf, packOf, speedTo } from "@server/domains/regions/index";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import { openRegionPacks } from "@server/domains/regions/region-tree";
import { startApp, type TestApp } from "@test/support/app";
import { writeSmallPack } from "@test/support/small-pack";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const list = (parentId?: string) => app.request.get("/api/regions").query(parentId === undefined ? {} : { parentId });
const names = (regions: { name: string }[]) => regions.map(({ name }) => name);

describe("the region tree", () => {
  test("begins with the cities this server runs", async () => {
    const { body } = await list().expect(200);
    expect(body.data.path).toEqual([]);
    expect(names(body.data.children)).toEqual(["安宁区", "沧州市", "衡水市", "新乡市"]);
  });

  test("shows what lies below a region with the level's own word, and the way to it", async () => {
    const { body } = await list("anning").expect(200);
    expect(names(body.data.path)).toEqual(["安宁区"]);
    expect(body.data.children).toHaveLength(8);
    expect(body.data.children[0]).toEqual({
      id: "anning-peili",
      name: "培黎街道",
      levelName: "街道",
      isCommunity: false,
      isDemo: false,
    });
  });

  test("goes on with regions that no pack lists, marked when they are invented", async () => {
    const township = await buildRegion({ name: "春风街道", parentId: "xinxiang-hongqi" });
    const community = await buildCommunity({ parentId: township._id });
    const { body } = await list(township._id).expect(200);
    expect(names(body.data.path)).toEqual(["新乡市", "红旗区", "春风街道"]);
    expect(body.data.children).toEqual([
      { id: community._id, name: "春风社区", levelName: "村（社区）", isCommunity: true, isDemo: true },
    ]);
  });

  test("ends at a community", async () => {
    const community = await buildCommunity();
    const { body } = await list(community._id).expect(200);
    expect(body.data.children).toEqual([]);
  });

  test.each(["nowhere", "luoyang"])("knows no region %s", async (id) => {
    const { body } = await list(id).expect(404);
    expect(body.error.code).toBe("not_found");
  });

  test("a region whose way up is broken or a loop is no region", async () => {
    await buildRegion({ _id: "loop-a", parentId: "loop-b" });
    await buildRegion({ _id: "loop-b", parentId: "loop-a" });
    await buildRegion({ _id: "orphan", parentId: "gone" });
    for (const id of ["loop-a", "orphan"]) await list(id).expect(404);
  });

  test("nothing lies below a community, even if the database says so", async () => {
    const community = await buildCommunity();
    const below = await buildRegion({ parentId: community._id });
    await list(below._id).expect(404);
    expect((await list(community._id)).body.data.children).toEqual([]);
  });
});

describe("the guide of a region", () => {
  const guide = (id: string) => app.request.get(`/api/regions/${id}`);

  test.each([
    ["hengshui-taocheng", "一刻钟居家养老服务圈", "县（市、区）"],
    ["cangzhou-hejian", "15分钟社区托育服务圈", "县（市、区）"],
    ["anning-peili", "十五分钟养老托育服务圈", "区"],
  ])("of %s speaks its city's words", async (id, circle, district) => {
    const { data } = (await guide(id).expect(200)).body;
    expect(data.circle).toMatchObject({ name: circle, minutes: 15 });
    expect(data.levels.filter((level: { isDistrict: boolean }) => level.isDistrict)).toMatchObject([
      { name: district },
    ]);
    expect(data.contact).toEqual({ name: "政务服务便民热线", phone: "12345", isHelpline: true });
  });

  test("is that of its city for a community of the database, too", async () => {
    const community = await buildCommunity({ parentId: "anning-peili" });
    const { data } = (await guide(community._id).expect(200)).body;
    expect(data.region).toMatchObject({ name: "春风社区", levelName: "社区", isDemo: true });
    expect(data.freshness).toEqual({ overdue: "该核对了", sunken: "很久没核对" });
  });

  test("is small, and knows no region that is not run here", async () => {
    const { text } = await guide("hengshui-jizhou").expect(200);
    expect(Buffer.byteLength(text)).toBeLessThan(2_048);
    await guide("luoyang-luoning").expect(404);
  });
});

describe("a city that exists as data alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "yike-fifth-"));
  beforeAll(() => {
    writeSmallPack(folder);
    openRegionPacks(loadRegionPacks({ names: [], folder }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("runs beside those that are shipped, in one process", async () => {
    const together = mkdtempSync(join(tmpdir(), "yike-five-"));
    cpSync("config/regions", together, { recursive: true });
    writeSmallPack(together);
    openRegionPacks(loadRegionPacks({ names: [], folder: together }));
    rmSync(together, { recursive: true });
    expect(names((await list()).body.data.children)).toEqual(["安宁区", "沧州市", "衡水市", "洛阳市", "新乡市"]);
    await app.request.get("/api/regions/luoyang-luoning-shi").expect(200);
    await app.request.get("/api/regions/hengshui-jizhou").expect(200);
    openRegionPacks(loadRegionPacks({ names: [], folder }));
  });

  test("is the one this server runs now", async () => {
    expect(names((await list()).body.data.children)).toEqual(["洛阳市"]);
    await list("xinxiang").expect(404);
  });

  test("has its own levels, label and pace; a village without a seat is measured from its county's", async () => {
    const village = await findRegion("luoyang-luoning-shi");
    expect(village && labelOf(village)).toBe("洛宁县 石村");
    expect(village).toMatchObject({ isCommunity: true, levelName: "村", position: { latitude: 34.39 } });
    const position = { type: "Point", coordinates: [111.65, 34.391] } as const;
    await buildCarePoint({ regionId: "luoyang-luoning-shi", position });
    const { body } = await app.request
      .get("/api/care-points")
      .query({ communityId: "luoyang-luoning-shi" })
      .expect(200);
    // 111 m straight, twice as long on foot, half a metre a second.
    expect(body.data.carePoints).toMatchObject([{ distanceMetres: 111, walkMinutes: 8 }]);
  });

  test("has its own circle, words and offices; its guidance centre's phone is published", async () => {
    const { body } = await app.request.get("/api/regions/luoyang-luoning-shi").expect(200);
    expect(body.data).toEqual({
      region: { id: "luoyang-luoning-shi", name: "石村", levelName: "村", isCommunity: true, isDemo: false },
      levels: [
        { name: "市", isDistrict: false, isCommunity: false },
        { name: "县", isDistrict: true, isCommunity: false },
        { name: "村", isDistrict: false, isCommunity: true },
      ],
      contact: { name: "养老服务指导中心", phone: "037966660000", isHelpline: false },
      offices: [{ levelName: "县", name: "县民政局", side: "elders" }],
      circle: {
        name: "十分钟圈",
        minutes: 10,
        services: [
          { service: "meals", walker: "elder", isAssumption: false },
          { service: "childcare", walker: "pram", isAssumption: true },
        ],
      },
      freshness: { overdue: "要核对", sunken: "好久没核对" },
    });
  });

  test("walks at its own paces: an elder to lunch, a pram to the nursery", async () => {
    const village = await findRegion("luoyang-luoning-shi");
    if (!village) throw new Error("the village is there");
    expect(speedTo({ service: "meals", pace: village.pace })).toBe(0.5);
    expect(speedTo({ service: "childcare", pace: village.pace })).toBe(1);
    expect(packOf(village).requirements).toMatchObject([{ key: "village-meals", kinds: ["meal_point"] }]);
  });

  test("above its counties the helpline answers", async () => {
    const { body } = await app.request.get("/api/regions/luoyang").expect(200);
    expect(body.data.contact).toEqual({ name: "热线", phone: "12345", isHelpline: true });
  });
});
