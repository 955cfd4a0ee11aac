import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildCommunity, buildRegion, findRegion, labelOf } from "@server/domains/regions/index";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import { openRegionPacks } from "@server/domains/regions/region-tree";
import { startApp, type TestApp } from "@test/support/app";

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
    expect(names(body.data.children)).toEqual(["安宁区", "新乡市"]);
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

  test.each(["nowhere", "hengshui"])("knows no region %s", async (id) => {
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

describe("a city that exists as data alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "yike-sixth-"));
  const source = { label: "test", title: "a paper", publishedOn: "2026-01-01" };
  const files = {
    city: {
      id: "luoyang",
      name: "洛阳市",
      within: "河南省",
      levels: [{ name: "市" }, { name: "县", role: "district" }, { name: "村", role: "community" }],
      helpline: { phone: "12345", name: "热线", source: "x" },
      source,
    },
    regions: {
      source,
      regions: [
        { id: "luoyang-luoning", name: "洛宁县", parentId: "luoyang", seat: { latitude: 34.39, longitude: 111.65 } },
        { id: "luoyang-luoning-shi", name: "石村", parentId: "luoyang-luoning", seat: null },
      ],
    },
    targets: { source, targets: [] },
    pace: { elderMetresPerSecond: 0.5, detourFactor: 2, isAssumption: true, source: "x" },
    calendar: { holidays: "national", closedDays: [], source: "x" },
  };

  beforeAll(() => {
    mkdirSync(join(folder, "luoyang"));
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, "luoyang", `${name}.json`), JSON.stringify(content));
    }
    openRegionPacks(loadRegionPacks({ names: [], folder }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

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
});
