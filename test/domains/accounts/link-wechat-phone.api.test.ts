import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startWechatFake, type WechatFake } from "@server/core/wechat/wechat-fake";
import { createWechatHttp } from "@server/core/wechat/wechat-http";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { PersonModel } from "@server/domains/accounts/person.model";
import { startApp, type TestApp } from "@test/support/app";

let app: TestApp;
let fake: WechatFake;
const log: string[] = [];

beforeAll(async () => {
  fake = await startWechatFake();
  const wechat = createWechatHttp({ appId: fake.appId, secret: fake.secret, apiOrigin: fake.origin, withinMs: 2_000 });
  app = await startApp({ wechat, log });
});
afterAll(async () => {
  await app.close();
  await fake.stop();
});

async function somebody(phone?: string) {
  const person = await buildPerson(app.deps, { ...(phone === undefined ? {} : { phone }) });
  const token = await app.signInAs(person._id);
  const link = (body: object) =>
    app.request.post("/api/accounts/me/phone/wechat").set("Authorization", `Bearer ${token}`).send(body);
  const kept = () => PersonModel.findById(person._id).lean().orFail();
  return { id: person._id, link, kept };
}
const refusal = (answer: { status: number; body: { error: { code: string } } }) => [
  answer.status,
  answer.body.error.code,
];

describe("the number of WeChat's phone button", () => {
  test("becomes hers, and its last digits are told", async () => {
    const { link } = await somebody();
    const { body } = await link({ code: "phone-13800138001-1" }).expect(200);
    expect(body.data).toEqual({ phoneTail: "8001" });
  });

  test("takes the place of an earlier one, which is then free for others", async () => {
    const first = await somebody();
    await first.link({ code: "phone-13800138002-1" }).expect(200);
    await first.link({ code: "phone-13800138003-1" }).expect(200);
    const second = await somebody();
    await second.link({ code: "phone-13800138002-2" }).expect(200);
  });

  test("the same number again changes nothing but is no fault", async () => {
    const { link } = await somebody();
    await link({ code: "phone-13800138004-1" }).expect(200);
    await link({ code: "phone-13800138004-2" }).expect(200);
  });

  test("another's number stays hers: a person decides whether the two are one", async () => {
    const registered = await somebody("13800138005");
    const before = await registered.kept();
    const stranger = await somebody();
    expect(refusal(await stranger.link({ code: "phone-13800138005-1" }))).toEqual([409, "phone_of_another"]);
    expect((await registered.kept()).phone).toBe(before.phone);
    expect((await stranger.kept()).phone).toBeNull();
  });

  test("two people who bring one number at once: one keeps it", async () => {
    const [one, other] = [await somebody(), await somebody()];
    const answers = await Promise.all([
      one.link({ code: "phone-13800138006-1" }),
      other.link({ code: "phone-13800138006-2" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test.each([
    ["bad-1", 409, "phone_refused"],
    ["often-1", 429, "slow_down"],
    ["busy-1", 503, "phone_unavailable"],
    ["broken-1", 503, "phone_unavailable"],
  ])("WeChat's answer to %s is %d %s, and nothing is kept", async (code, status, error) => {
    const { link, kept } = await somebody();
    expect(refusal(await link({ code }))).toEqual([status, error]);
    expect((await kept()).phone).toBeNull();
  });

  test("a code is good once", async () => {
    const { link } = await somebody();
    await link({ code: "phone-13800138007-1" }).expect(200);
    expect(refusal(await link({ code: "phone-13800138007-1" }))).toEqual([409, "phone_refused"]);
  });

  test("is never taken from the client", async () => {
    const { link, kept } = await somebody();
    expect(refusal(await link({ code: "phone-13800138008-1", phone: "13800138009" }))).toEqual([
      422,
      "invalid_request",
    ]);
    expect(refusal(await link({ phone: "13800138009" }))).toEqual([422, "invalid_request"]);
    expect((await kept()).phone).toBeNull();
  });

  test("lies sealed in the database and never in the log", async () => {
    const { id, link, kept } = await somebody();
    await link({ code: "phone-13800138010-1" }).expect(200);
    expect(JSON.stringify(await kept())).not.toContain("13800138010");
    expect(log.join("")).not.toContain("13800138010");
    expect((await kept()).outbox?.at(-1)).toMatchObject({
      audit: { act: "phone.link-wechat-phone", actorId: id, subject: { type: "person", id } },
    });
  });

  test("a guest has none to keep", async () => {
    const answer = await app.request.post("/api/accounts/me/phone/wechat").send({ code: "phone-13800138011-1" });
    expect(refusal(answer)).toEqual([401, "sign_in_required"]);
  });
});
