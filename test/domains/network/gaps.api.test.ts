import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Gap } from "@shared/domains/network/network-shapes";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildRegion } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

const CITY = "hengshui";
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const gapsOf = (query: Record<string, string>) => app.request.get("/api/network/gaps").query(query);

interface Page {
  readonly gaps: Gap[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** Every page after another. */
async function allGaps(query: Record<string, string>): Promise<{ gaps: Gap[]; pages: number[]; total: number }> {
  const gaps: Gap[] = [];
  const pages: number[] = [];
  let total = 0;
  for (let cursor: string | null = ""; cursor !== null;) {
    const response: { body: { data: Page } } = await gapsOf({ ...query, ...(cursor === "" ? {} : { cursor }) });
    const page = response.body.data;
    gaps.push(...page.gaps);
    pages.push(page.gaps.length);
    ({ total, nextCursor: cursor } = page);
  }
  return { gaps, pages, total };
}

/** Villages by number in one township of a county, so that names stand in an order. */
async function villagesIn(county: string, count: number): Promise<string[]> {
  const township = await buildRegion({ _id: `${county}-t`, name: "东街道", parentId: county });
  const ids: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const name = `${String(n).padStart(2, "0")}村`;
    ids.push((await buildRegion({ _id: `${county}-${n}`, name, parentId: township._id }))._id);
  }
  return ids;
}

describe("what is missing, region by region", () => {
  let inAnping: string[];

  beforeAll(async () => {
    inAnping = await villagesIn("hengshui-anping", 22);
    await villagesIn("hengshui-zaoqiang", 3);
    await buildCarePoint({
      _id: "home",
      kinds: ["happiness_home"],
      regionId: inAnping[0] ?? "",
      servesRegionIds: [inAnping[1] ?? "", "hengshui-zaoqiang-2"],
    });
  });

  test("comes by district and name, twenty a page, none twice and none left out", async () => {
    const { gaps, pages, total } = await allGaps({ regionId: CITY, requirement: "mutual-aid" });
    expect(pages).toEqual([20, 2]);
    expect(total).toBe(22);
    expect(gaps.map(({ region }) => region.id)).toEqual([
      ...inAnping.slice(2),
      "hengshui-zaoqiang-1",
      "hengshui-zaoqiang-3",
    ]);
  });

  test("names the region with what lies above it, and who is responsible", async () => {
    const { body } = await gapsOf({ regionId: CITY, requirement: "mutual-aid" }).expect(200);
    expect(body.data.requirement).toEqual({
      key: "mutual-aid",
      name: "农村互助幸福院（邻里互助点）",
      levelName: "村（社区）",
    });
    expect(body.data.gaps[0]).toEqual({
      region: { id: inAnping[2], name: "03村", levelName: "村（社区）", isCommunity: true, isDemo: true },
      within: "安平县 东街道",
      responsible: {
        officeName: "村民委员会（居民委员会）",
        // Nobody published the phone of the county's guidance centre.
        contact: { name: "政务服务便民热线", phone: "12345", isHelpline: true },
      },
    });
  });

  test("a centre in a neighbouring township is none of one's own; a village served by a neighbour is served", async () => {
    await buildCarePoint({
      kinds: ["regional_centre"],
      regionId: "hengshui-anping-t",
      servesRegionIds: ["hengshui-zaoqiang-t"],
    });
    const centres = await allGaps({ regionId: CITY, requirement: "regional-centre" });
    expect(centres.gaps.map(({ region }) => region.id)).toEqual(["hengshui-zaoqiang-t"]);
    const served = await allGaps({ regionId: "hengshui-zaoqiang", requirement: "mutual-aid" });
    expect(served.gaps.map(({ region }) => region.name)).toEqual(["01村", "03村"]);
  });

  test("a page goes on where the one before ended, also when its last region has been built meanwhile", async () => {
    const query = { regionId: CITY, requirement: "mutual-aid" };
    const first = await gapsOf(query).expect(200);
    const last = first.body.data.gaps[19].region.id as string;
    await CarePointModel.updateOne({ _id: "home" }, { $push: { servesRegionIds: last } });
    const second = await gapsOf({ ...query, cursor: first.body.data.nextCursor as string }).expect(200);
    expect(second.body.data.gaps.map(({ region }: Gap) => region.id)).toEqual([
      "hengshui-zaoqiang-1",
      "hengshui-zaoqiang-3",
    ]);
    expect(second.body.data.total).toBe(21);
  });
});

describe("a list that does not exist", () => {
  test.each([
    ["a region nobody knows", { regionId: "nowhere", requirement: "mutual-aid" }, "query.regionId"],
    ["a requirement nobody knows", { regionId: CITY, requirement: "nothing" }, "query.requirement"],
    [
      "a requirement of a level above",
      { regionId: "hengshui-anping-t", requirement: "guidance-centre" },
      "query.requirement",
    ],
    ["a forged cursor", { regionId: CITY, requirement: "guidance-centre", cursor: "forged" }, "query.cursor"],
  ])("is refused: %s", async (_, query, path) => {
    const { body } = await gapsOf(query).expect(422);
    expect(body.error).toMatchObject({ code: "invalid_request", fields: [{ path }] });
  });
});
