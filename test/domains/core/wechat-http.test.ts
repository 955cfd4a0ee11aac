import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createWechatHttp } from "@server/core/wechat/wechat-http";
import { startWechatFake, type WechatFake } from "@server/core/wechat/wechat-fake";
import { WechatError, type WechatPort } from "@server/core/wechat/wechat-port";

let fake: WechatFake;
beforeAll(async () => {
  fake = await startWechatFake();
});
afterAll(() => fake.stop());

const port = (overrides: Partial<Parameters<typeof createWechatHttp>[0]> = {}): WechatPort =>
  createWechatHttp({ appId: fake.appId, secret: fake.secret, apiOrigin: fake.origin, withinMs: 1_000, ...overrides });

async function errorOf(promise: Promise<unknown>): Promise<WechatError> {
  const error: unknown = await promise.then(
    () => "no error",
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(WechatError);
  return error as WechatError;
}

describe("exchanging a code with WeChat", () => {
  test("gives the openid and nothing of the session key", async () => {
    const identity = await port().exchangeCode("person-wang-1");
    expect(Object.keys(identity)).toEqual(["openid"]);
    expect(identity.openid).toMatch(/^o[\w-]{27}$/);
  });

  test("knows one person by two codes, and two persons apart", async () => {
    const codes = ["person-li-1", "person-li-2", "person-zhao-1"];
    const [li, liAgain, zhao] = await Promise.all(codes.map((code) => port().exchangeCode(code)));
    expect(liAgain).toEqual(li);
    expect(zhao).not.toEqual(li);
  });

  test("a code is good once", async () => {
    await port().exchangeCode("person-once-1");
    expect((await errorOf(port().exchangeCode("person-once-1"))).kind).toBe("invalid_code");
  });

  test.each([
    ["bad-1", "invalid_code", 40029],
    ["risky-1", "invalid_code", 40226],
    ["often-1", "rate_limited", 45011],
    ["busy-1", "unavailable", -1],
    ["nobody-1", "unavailable", "no_openid"],
    ["broken-1", "unavailable", "SyntaxError"],
    ["slow-1", "unavailable", "TimeoutError"],
    ["list-1", "unavailable", "$ZodError"],
    ["huge-1", "unavailable", "Error"],
    ["moved-1", "unavailable", "TypeError"],
  ])("%s is %s, and the log may say %s", async (code, kind, logged) => {
    const error = await errorOf(port().exchangeCode(code));
    expect(error.kind).toBe(kind);
    expect((error.cause as { code?: unknown }).code).toBe(logged);
  });

  test.each([[{ secret: "wrong" }], [{ appId: "wx0" }], [{ apiOrigin: "http://127.0.0.1:9" }]])(
    "a fault of ours is a trouble, not the person's mistake: %j",
    async (overrides) => {
      expect((await errorOf(port(overrides).exchangeCode("person-wang-2"))).kind).toBe("unavailable");
    },
  );

  test("no error carries the code, the secret or an answer", async () => {
    const error = await errorOf(port().exchangeCode("broken-2"));
    const told = JSON.stringify([error.message, error.cause, (error.cause as Error).message, error.stack]);
    for (const secret of ["broken-2", fake.secret, "oBroken"]) expect(told).not.toContain(secret);
  });
});

describe("the number behind WeChat's phone button", () => {
  test("is exchanged once", async () => {
    expect(await port().exchangePhoneCode("phone-13800138000-1")).toBe("13800138000");
    expect((await errorOf(port().exchangePhoneCode("phone-13800138000-1"))).kind).toBe("invalid_code");
  });

  test.each([
    ["bad-1", "invalid_code"],
    ["phone-85251234567-1", "unavailable"],
    ["broken-9", "unavailable"],
    ["slow-9", "unavailable"],
  ])("%s is %s", async (code, kind) => {
    expect((await errorOf(port().exchangePhoneCode(code))).kind).toBe(kind);
  });
});

describe("a subscription message", () => {
  const message = { openid: "oReader0", templateId: "lunch", page: "tabs/bookings/index", data: { thing1: "午饭" } };

  test("arrives as its template wants it", async () => {
    await port().sendMessage(message);
    expect(fake.messages.at(-1)).toEqual({
      touser: "oReader0",
      template_id: "lunch",
      page: "tabs/bookings/index",
      data: { thing1: { value: "午饭" } },
    });
  });

  test.each([
    ["refused-1", "refused", 43101],
    ["wrong-1", "misconfigured", 40037],
    ["often-1", "rate_limited", 45011],
    ["busy-1", "unavailable", -1],
    ["broken-1", "unavailable", "SyntaxError"],
    ["slow-1", "unavailable", "TimeoutError"],
  ])("to the template %s is %s, and the log may say %s", async (templateId, kind, logged) => {
    const error = await errorOf(port().sendMessage({ ...message, templateId }));
    expect(error.kind).toBe(kind);
    expect((error.cause as { code?: unknown }).code).toBe(logged);
  });

  test("two programs share the access token, and both survive that it dies before its time", async () => {
    const [one, other] = [port(), port()];
    await Promise.all([one.sendMessage(message), other.sendMessage(message)]);
    const before = fake.messages.length;
    fake.killToken();
    await Promise.all([one, other, one, other].map((sender) => sender.sendMessage(message)));
    expect(fake.messages).toHaveLength(before + 4);
  });

  test("a silent WeChat is unavailable, and is asked again the next time", async () => {
    const sender = port();
    fake.setDown(true);
    expect((await errorOf(sender.sendMessage(message))).kind).toBe("unavailable");
    fake.setDown(false);
    await sender.sendMessage(message);
  });
});
