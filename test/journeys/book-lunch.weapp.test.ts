import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { trusted } from "@server/core/db/trusted";
import { startWechatFake, type WechatFake } from "@server/core/wechat/wechat-fake";
import { createWechatHttp } from "@server/core/wechat/wechat-http";
import { PersonModel } from "@server/domains/accounts/person.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "../support/app";
import { listening } from "../support/listening";
import { buildLunchWorld, type LunchWorld } from "../support/lunch-world";
import { ensureWeappBuilt, WEAPP_BUILD_MS } from "../support/weapp-build";
import { openWeapp, type WeappPhone } from "../support/weapp-phone";

/** The build as WeChat would run it, but for WeChat: pages, templates and scripts are the built ones, the server is real. */
describe("an elder books tomorrow's lunch in WeChat", () => {
  let fake: WechatFake;
  let app: TestApp;
  let server: Awaited<ReturnType<typeof listening>>;
  let world: LunchWorld;
  let phone: WeappPhone;
  const calls: string[] = [];
  let logIns = 0;

  beforeAll(async () => {
    await ensureWeappBuilt();
    fake = await startWechatFake();
    app = await startApp({
      wechat: createWechatHttp({ appId: fake.appId, secret: fake.secret, apiOrigin: fake.origin, withinMs: 2_000 }),
    });
    world = await buildLunchWorld(app);
    server = await listening(app.handler);
    phone = await openWeapp({
      address: `http://127.0.0.1:${server.port}`,
      loginCode: () => `person-wang-${++logIns}`,
      hasWechatSession: () => false,
      called: (number) => void calls.push(number),
    });
  }, WEAPP_BUILD_MS);

  afterAll(async () => {
    await phone.close();
    await server.close();
    await app.close();
    await fake.stop();
  });

  const held = () => PortionModel.countDocuments({ active: true });

  test("a guest sees home without a question, and nobody is logged in", async () => {
    await phone.see("登录订餐");
    expect(logIns).toBe(0);
    expect(phone.requests.filter(({ what }) => !what.startsWith("GET"))).toEqual([]);
  });

  test("one tap signs in by WeChat's code; a new person is asked three things", async () => {
    await phone.tap("登录订餐");
    await phone.tap("微信登录");
    await phone.see("怎么称呼您");
    expect(logIns).toBe(1);
    await phone.type("怎么称呼您", "王阿姨");
    await phone.type("年", "1948");
    await phone.type("月", "3");
    await phone.type("日", "9");
    await phone.tap("选您住的社区");
    for (const place of ["新乡市", "红旗区", "春风街道", "春风社区"]) await phone.tap(place);
    await phone.tap("好了");
    await phone.see("王阿姨，早上好");
    const others = trusted({ $nin: [world.elder._id, world.cook._id] });
    const person = await PersonModel.findOne({ _id: others }).lean().orFail();
    expect(person.communityId).toBe(world.community._id);
  });

  test("home, menu, sheet, 确定: three taps to the code; a double tap on 确定 takes one portion", async () => {
    await phone.tap("订明天午饭");
    await phone.see("番茄炒蛋套餐");
    await phone.tap("番茄炒蛋套餐");
    await phone.tap("订这份");
    await phone.see("请您看一遍");
    await phone.doubleTap("确定");
    await phone.see("订好了");
    const portion = await PortionModel.findOne({ active: true }).lean().orFail();
    expect(portion.code).toMatch(/^\d{6}$/);
    await phone.see(portion.code ?? "");
    expect(await held()).toBe(1);
  });

  test("after the first booking she may leave a number, and WeChat's code becomes it; her no in WeChat changes nothing", async () => {
    const button = "用微信的手机号";
    await phone.see("留个手机号？");
    await phone.report(button, "getphonenumber", { errMsg: "getPhoneNumber:fail user deny" });
    await phone.see("留个手机号？");
    await phone.report(button, "getphonenumber", { code: "phone-13800138020-1", errMsg: "getPhoneNumber:ok" });
    await phone.seeNoMore("留个手机号？");
    const { elder } = await PortionModel.findOne({ active: true }).lean().orFail();
    const { phone: sealed } = await PersonModel.findById(elder ?? "")
      .lean()
      .orFail();
    expect(sealed).not.toBeNull();
    expect(sealed).not.toContain("13800138020");
  });

  test("打电话 opens the dialler with the canteen's number", async () => {
    await phone.tap(`打电话给${world.canteen.name}`);
    expect(calls).toEqual([world.canteen.phone]);
  });

  test("home and 预订 show it; one tap and a yes give it back", async () => {
    await phone.tap("回首页");
    await phone.see("明天午饭已订好");
    await phone.tap("预订");
    await phone.tap("取消明天的番茄炒蛋套餐");
    await phone.tap("取消这一餐");
    await phone.see("还没有订饭");
    expect(await held()).toBe(0);
    expect(phone.faults()).toEqual([]);
  });
});
