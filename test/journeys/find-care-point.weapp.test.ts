import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, businessDay } from "@shared/core/dates";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildCarePoint } from "@server/domains/care-points/index";
import { startApp, type TestApp } from "../support/app";
import { listening } from "../support/listening";
import { buildLunchWorld, type LunchWorld } from "../support/lunch-world";
import { ensureWeappBuilt, WEAPP_BUILD_MS } from "../support/weapp-build";
import type { Abilities } from "../support/weapp-abilities";
import { openWeapp, type WeappPhone } from "../support/weapp-phone";

const STAIRS = "石阶食堂";
const LATELY = "新来的食堂";
const NORTH = { type: "Point", coordinates: [113.8805, 35.303] } as const;
const OWN = "我在这附近";
const STALE_HEAD = "很久没核对，去之前先打电话";

/** The build as WeChat would run it, but for WeChat: pages, templates and scripts are the built ones, the server is real. */
describe("a resident finds the right place in WeChat", () => {
  let app: TestApp;
  let server: Awaited<ReturnType<typeof listening>>;
  let world: LunchWorld;
  const phones: WeappPhone[] = [];

  const lastChecked = (daysAgo: number) =>
    buildCarePoint({
      _id: "a-new-canteen",
      regionId: world.community._id,
      name: LATELY,
      position: NORTH,
      verifiedOn: addDays(businessDay(app.clock.now()), -daysAgo),
    });
  /** A resident's phone, 附近 open, from her community; nobody signs in for that. */
  const nearby = async (abilities: Partial<Abilities> = {}): Promise<WeappPhone> => {
    const phone = await openWeapp({
      address: `http://127.0.0.1:${server.port}`,
      loginCode: () => "nobody-signs-in",
      hasWechatSession: () => false,
      called: () => undefined,
      ...abilities,
    });
    phones.push(phone);
    await phone.tap("附近");
    await phone.tap("选社区");
    for (const place of ["新乡市", "红旗区", "春风街道", "春风社区"]) await phone.tap(place);
    await phone.see(world.canteen.name);
    return phone;
  };

  beforeAll(async () => {
    await ensureWeappBuilt();
    app = await startApp();
    world = await buildLunchWorld(app);
    await buildCarePoint({ regionId: world.community._id, name: STAIRS, accessibility: [], position: NORTH });
    await lastChecked(1);
    server = await listening(app.handler);
  }, WEAPP_BUILD_MS);

  afterAll(async () => {
    for (const phone of phones) await phone.close();
    await server.close();
    await app.close();
  }, 90_000);

  test("lunch with a wheelchair: only places with a way in are left, and one leads to its page", async () => {
    const phone = await nearby();
    await phone.see(STAIRS);
    await phone.tap("助餐");
    await phone.tap("轮椅能进");
    await phone.seeNoMore(STAIRS);
    await phone.tap(world.canteen.name);
    await phone.see("这里怎么样");
    await phone.see("轮椅能进");
    await phone.see("每天10:30–13:00");
    await phone.tap("返回");
    await phone.tap("轮椅能进");
    await phone.see(STAIRS);
  }, 90_000);

  test("what is in my quarter of an hour: which service is near, which is not", async () => {
    const phone = await nearby();
    await phone.tap("十五分钟走得到\u00A03\u00A0处");
    await phone.see("从春风社区走");
    await phone.see("走得到");
    await phone.see("附近十公里没有");
    await phone.tap("返回");
    await phone.see(LATELY);
  }, 90_000);

  test("one's own place stands on the map once one asked for it, and nothing hangs on it", async () => {
    const own = { latitude: 35.3123, longitude: 113.8991 };
    const phone = await nearby({ surroundings: () => own });
    await phone.tap("地图");
    await phone.see("显示我的位置");
    await phone.tap("显示我的位置");
    await phone.see("先请您同意");
    await phone.tap("不同意");
    await phone.see("没有找到您的位置，可能是没有允许。没关系，地图还是从社区看。");
    await phone.see("这一片有");
    expect(await phone.wxml()).not.toContain(OWN);

    await phone.tap("显示我的位置");
    await phone.see("先请您同意");
    await phone.report("同意", "agreeprivacyauthorization", {});
    await phone.see(`地图上写着「${OWN}」的就是`);
    const [map = ""] = /<map[^>]*>/.exec(await phone.wxml()) ?? [];
    expect(map).toContain(String(own.latitude));
    expect(phone.faults()).toEqual([]);
  }, 90_000);

  test("a stale listing sinks, its page says so, and confirmed it is back", async () => {
    await lastChecked(70);
    const phone = await nearby();
    expect(await phone.words()).not.toContain(LATELY);
    await phone.tap("再看更多");
    await phone.see(STALE_HEAD);
    const words = await phone.words();
    expect(words.indexOf(LATELY)).toBeGreaterThan(words.indexOf(STALE_HEAD));
    await phone.tap(LATELY);
    await phone.see("这里的信息很久没核对了");

    const officer = await buildPerson(app.deps, { offices: [{ regionId: "xinxiang-hongqi" }] });
    const { body } = await app.request
      .post("/api/care-point-records/confirmations")
      .set("Idempotency-Key", "0".repeat(32))
      .set("Authorization", `Bearer ${await app.signInAs(officer._id)}`)
      .send({ carePointId: "a-new-canteen", version: 0 })
      .expect(201);
    expect(body.data.freshness).toBe("current");
    const another = await nearby();
    await another.see(LATELY);
    expect(await another.words()).not.toContain(STALE_HEAD);
    for (const one of phones) expect(one.faults()).toEqual([]);
  }, 90_000);
});
