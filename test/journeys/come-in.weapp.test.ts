import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { startWechatFake, type WechatFake } from "@server/core/wechat/wechat-fake";
import { createWechatHttp } from "@server/core/wechat/wechat-http";
import { startApp, type TestApp } from "../support/app";
import { listening } from "../support/listening";
import { ensureWeappBuilt, WEAPP_BUILD_MS } from "../support/weapp-build";
import { openWeapp, type WeappPhone } from "../support/weapp-phone";

describe("coming in, and consent, in WeChat", () => {
  let fake: WechatFake;
  let app: TestApp;
  let server: Awaited<ReturnType<typeof listening>>;
  let phone: WeappPhone;
  let logIns = 0;
  let opened = 0;

  beforeAll(async () => {
    await ensureWeappBuilt();
    fake = await startWechatFake();
    app = await startApp({
      wechat: createWechatHttp({ appId: fake.appId, secret: fake.secret, apiOrigin: fake.origin, withinMs: 2_000 }),
    });
    server = await listening(app.handler);
  }, WEAPP_BUILD_MS);
  afterEach(() => phone.close());
  afterAll(async () => {
    await server.close();
    await app.close();
    await fake.stop();
  });

  async function open({ hasWechatSession }: { hasWechatSession: boolean }): Promise<void> {
    logIns = 0;
    opened += 1;
    phone = await openWeapp({
      address: `http://127.0.0.1:${server.port}`,
      loginCode: () => `person-li-${opened}-${++logIns}`,
      hasWechatSession: () => hasWechatSession,
      called: () => undefined,
    });
  }

  test("whom WeChat still knows is in without a tap, and out for good once she leaves", async () => {
    await open({ hasWechatSession: true });
    await phone.see("怎么称呼您");
    expect(logIns).toBe(1);
    await phone.tap("返回");
    await phone.tap("我的");
    await phone.tap("退出登录");
    await phone.see("登录订餐");
    expect(logIns).toBe(1);
  });

  test("somebody new is asked nothing and sent nowhere", async () => {
    await open({ hasWechatSession: false });
    await phone.see("登录订餐");
    expect(await phone.path()).toBe("tabs/home/index");
    expect(logIns).toBe(0);
  });

  test("consent is asked when something needs it; refusing leaves menus and care points open", async () => {
    await open({ hasWechatSession: false });
    await phone.see("登录订餐");
    expect(await phone.words()).not.toContain("先请您同意");
    const answer = phone.askConsent();
    await phone.see("先请您同意");
    await phone.tap("不同意");
    expect(await answer).toEqual({ event: "disagree" });
    await phone.seeNoMore("先请您同意");
    await phone.tap("附近");
    await phone.see("从哪里走");
  });

  test("agreeing names the button that WeChat saw tapped", async () => {
    await open({ hasWechatSession: false });
    await phone.see("登录订餐");
    const [first, second] = [phone.askConsent(), phone.askConsent()];
    await phone.see("先请您同意");
    const [, buttonId] = / id="([^"]+)"/.exec(/<button[^>]*>/.exec(await phone.wxml())?.[0] ?? "") ?? [];
    expect(buttonId).toBe("agree-to-privacy");
    await phone.report("同意", "agreeprivacyauthorization", {});
    const agreed = { event: "agree", buttonId };
    expect([await first, await second]).toEqual([agreed, agreed]);
    await phone.seeNoMore("先请您同意");
  });
});
