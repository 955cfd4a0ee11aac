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
