import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createWechatHttp } from "@server/core/wechat/wechat-http";
import { startWechatFake, type WechatFake } from "@server/core/wechat/wechat-fake";
import type { NoticeContent } from "@server/domains/notices/index";
import { buildMealFacts, buildNotice } from "@server/domains/notices/notices.builders";
import { NoticeModel } from "@server/domains/notices/notice.model";
import { sendMessages } from "@server/domains/notices/send-messages";
import { startApp, type TestApp } from "@test/support/app";
import { buildLunchWorld, type LunchWorld } from "@test/support/lunch-world";

const MINUTE = 60_000;
let wechat: WechatFake;
let app: TestApp;
let world: LunchWorld;
beforeAll(async () => {
  wechat = await startWechatFake();
  const port = createWechatHttp({ appId: wechat.appId, secret: wechat.secret, apiOrigin: wechat.origin });
  const messageTemplates = new Map([
    ["meal_reminder", "reminder"],
    ["meal_cancelled_by_kitchen", "cancelled"],
    ["meal_booked", "wrong-template"],
  ]);
  app = await startApp({ wechat: port, messageTemplates });
  world = await buildLunchWorld(app);
});
afterAll(async () => {
  await app.close();
  await wechat.stop();
});
beforeEach(() => {
  wechat.setDown(false);
});

/** Somebody who came in by WeChat, and what she allows by a tap. */
async function wechatReader() {
  const { body } = await app.request
    .post("/api/accounts/sign-in/wechat")
    .send({ code: `person-${randomUUID().slice(0, 8)}-1` });
  const { token, me } = body.data as { token: string; me: { id: string } };
  const allow = (template: string, key: string = randomUUID()) =>
    app.request
      .post("/api/notices/message-permissions")
      .set("Authorization", `Bearer ${token}`)
      .set("Idempotency-Key", key)
      .send({ templates: [template] })
      .expect(201);
  const tell = (notice?: NoticeContent) =>
    buildNotice(app, { personId: me.id, carePointId: world.canteen._id, ...(notice ? { notice } : {}) });
  const deliveries = async () => {
    const notices = await NoticeModel.find({ personId: me.id }).sort({ at: 1 }).lean();
    return notices.map(({ delivery, tries }) => [delivery, tries]);
  };
  return { allow, tell, deliveries };
}

const remind = (): NoticeContent => ({ template: "meal_reminder", meal: buildMealFacts() });
const messagesOf = (template: string) => wechat.messages.filter(({ template_id: id }) => id === template);

describe("a tap allows one message", () => {
  test("and WeChat shows it in the template's keywords", async () => {
    const { allow, tell, deliveries } = await wechatReader();
    await allow("meal_reminder");
    await tell(remind());
    await sendMessages(app.deps);
    expect(await deliveries()).toEqual([["sent", 1]]);
    expect(messagesOf("reminder").at(-1)).toMatchObject({
      page: "tabs/bookings/index",
      data: {
        thing1: { value: "红烧豆腐套餐" },
        thing2: { value: "红旗社区食堂" },
        time3: { value: "2026年11月23日 11:30" },
      },
    });
  });

  test("the second notice needs a second tap, and the same tap sent again is none", async () => {
    const { allow, tell, deliveries } = await wechatReader();
    await allow("meal_reminder", "one-tap-one-message");
    await allow("meal_reminder", "one-tap-one-message");
    await tell(remind());
    await tell(remind());
    await sendMessages(app.deps);
    expect((await deliveries()).map(([delivery]) => delivery).sort()).toEqual(["inbox", "sent"]);
  });

  test("of five senders at once one sends", async () => {
    const { allow, tell, deliveries } = await wechatReader();
    await allow("meal_reminder");
    await allow("meal_reminder");
    await tell(remind());
    const before = messagesOf("reminder").length;
    await Promise.all(Array.from({ length: 5 }, () => sendMessages(app.deps)));
    expect(messagesOf("reminder")).toHaveLength(before + 1);
    expect(await deliveries()).toEqual([["sent", 1]]);
  });
});

describe("when WeChat does not take it", () => {
  test("a silent WeChat is asked again after growing pauses, and the leave is spent once", async () => {
    const { allow, tell, deliveries } = await wechatReader();
    await allow("meal_cancelled_by_kitchen");
    await tell();
    wechat.setDown(true);
    await sendMessages(app.deps);
    await sendMessages(app.deps);
    expect(await deliveries()).toEqual([["waiting", 1]]);
    app.clock.advance(MINUTE);
    await sendMessages(app.deps);
    wechat.setDown(false);
    app.clock.advance(2 * MINUTE);
    await sendMessages(app.deps);
    expect(await deliveries()).toEqual([["sent", 3]]);
  });

  test("after five tries it is a call for who must know", async () => {
    const { allow, tell, deliveries } = await wechatReader();
    await allow("meal_cancelled_by_kitchen");
    await tell();
    wechat.setDown(true);
    for (let count = 0; count < 6; count += 1) {
      await sendMessages(app.deps);
      app.clock.advance(30 * MINUTE);
    }
    expect(await deliveries()).toEqual([["to_call", 5]]);
  });

  test("a template the console does not know is not tried again", async () => {
    const { allow, tell, deliveries } = await wechatReader();
    await allow("meal_booked");
    await tell({ template: "meal_booked", meal: buildMealFacts() });
    await sendMessages(app.deps);
    expect(await deliveries()).toEqual([["inbox", 1]]);
  });

  test("a cancelled lunch becomes a call without any leave, a reminder only for who had asked for one", async () => {
    const { tell, deliveries } = await wechatReader();
    await tell();
    app.clock.advance(1);
    await tell(remind());
    await sendMessages(app.deps);
    expect((await deliveries()).map(([delivery]) => delivery)).toEqual(["to_call", "inbox"]);
  });
});

test("a keyword holds twenty characters at most", async () => {
  const { allow, tell } = await wechatReader();
  await allow("meal_reminder");
  await tell({ template: "meal_reminder", meal: { ...buildMealFacts(), dishName: "红烧豆腐".repeat(8) } });
  await sendMessages(app.deps);
  const { value } = messagesOf("reminder").at(-1)?.data["thing1"] ?? { value: "" };
  expect(Array.from(value)).toHaveLength(20);
  expect(value).toMatch(/…$/);
});
