import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { buildDemoPlaces } from "@server/demo/demo-places";
import { buildDemoRegions } from "@server/demo/demo-regions";
import { findRegion } from "@server/domains/regions/index";
import { loadRegionPacks } from "@server/domains/regions/load-region-packs";
import { openRegionPacks } from "@server/domains/regions/region-tree";
import { startApp, type TestApp } from "@test/support/app";
import { writeSmallPack } from "@test/support/small-pack";

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly isCommunity: boolean;
  readonly isDemo: boolean;
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await buildDemoPlaces(app.deps);
});
afterAll(() => app.close());

const below = async (parentId: string): Promise<Shown[]> =>
  (await app.request.get("/api/regions").query({ parentId }).expect(200)).body.data.children;
const stored = () => database().collection("regions").find({}).sort({ _id: 1 }).toArray();

describe("the regions that the demo invents", () => {
  test("let one choose a community in every county of every city", async () => {
    for (const { city, regions } of loadRegionPacks({ names: [] })) {
      for (const { id } of regions) {
        let children = await below(id);
        if (!children[0]?.isCommunity) children = await below(children[0]?.id ?? "");
        expect([city.id, id, children.length > 0, children.every((one) => one.isCommunity && one.isDemo)]).toEqual([
          city.id,
          id,
          true,
          true,
        ]);
      }
    }
  });

  test("speak as the place does: streets and communities in town, townships and villages in the country", async () => {
    const names = async (id: string) => (await below(id)).map(({ name }) => name);
    for (const name of await names("hengshui-taocheng")) expect(name).toMatch(/街道$/);
    for (const name of await names("hengshui-wuyi")) expect(name).toMatch(/镇$/);
    const [township] = await below("hengshui-wuyi");
    for (const name of await names(township?.id ?? "")) expect(name).toMatch(/村$/);
    for (const name of await names("anning-yintanlu")) expect(name).toMatch(/社区$/);
  });

  test("have names of their own below one region", async () => {
    for (const { regions } of loadRegionPacks({ names: [] })) {
      for (const { id } of regions) {
        const names = (await below(id)).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });

  test("lie near the seat above them, no two at one place", async () => {
    const county = await findRegion("cangzhou-hejian");
    const rows = (await stored()).filter(({ _id }) => String(_id).startsWith("demo-cangzhou-hejian-"));
    const places = rows.map(({ position }) => position.coordinates as [number, number]);
    expect(new Set(places.map(String)).size).toBe(6);
    for (const [longitude, latitude] of places) {
      expect(Math.abs(latitude - (county?.position?.latitude ?? 0))).toBeLessThan(0.04);
      expect(Math.abs(longitude - (county?.position?.longitude ?? 0))).toBeLessThan(0.06);
    }
  });

  test("leave the demo community's own counties as they are", async () => {
    expect((await below("xinxiang-hongqi")).map(({ name }) => name)).toEqual(["春风街道"]);
    expect((await below("anning-peili")).map(({ name }) => name)).toEqual(["桃林社区"]);
  });

  test("are the same when they are written again", async () => {
    const before = await stored();
    await buildDemoPlaces(app.deps);
    expect(await stored()).toEqual(before);
  });
});

describe("below a city that exists as data alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "yike-fifth-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(() => writeSmallPack(folder));

  test("nothing is invented where its pack reaches down to its communities", async () => {
    openRegionPacks(loadRegionPacks({ names: [], folder }));
    const before = await stored();
    await buildDemoRegions({ except: new Set() });
    expect(await stored()).toEqual(before);
  });

  test("by its own levels: villages right below the county where it ends there", async () => {
    const [pack] = loadRegionPacks({ names: [], folder });
    if (!pack) throw new Error("the small pack is there");
    openRegionPacks([{ ...pack, regions: pack.regions.slice(0, 1) }]);
    await buildDemoRegions({ except: new Set() });
    const villages = await below("luoyang-luoning");
    expect(villages).toMatchObject([
      { isCommunity: true, isDemo: true },
      { isCommunity: true, isDemo: true },
    ]);
    for (const { name } of villages) expect(name).toMatch(/村$/);
  });
});
