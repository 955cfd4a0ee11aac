import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createWechatHttp } from "@server/core/wechat/wechat-http";
import { startWechatFake, type WechatFake } from "@server/core/wechat/wechat-fake";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { enrolStaff } from "@server/domains/accounts/enrol-staff";
import { IdentityModel } from "@server/domains/accounts/identity.model";
import { PersonModel } from "@server/domains/accounts/person.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { startApp, type TestApp } from "@test/support/app";

let app: TestApp;
let fake: WechatFake;

beforeAll(async () => {
  fake = await startWechatFake();
  const wechat = createWechatHttp({ appId: fake.appId, secret: fake.secret, apiOrigin: fake.origin, withinMs: 2_000 });
  app = await startApp({ wechat });
});
afterAll(async () => {
  await app.close();
  await fake.stop();
});

const post = (path: string, body: object) => app.request.post(`/api/accounts/${path}`).send(body);
const me = (token: string) => app.request.get("/api/accounts/me").set("Authorization", `Bearer ${token}`);
const refusal = (answer: { status: number; body: { error: { code: string } } }) => [
  answer.status,
  answer.body.error.code,
];

describe("by WeChat", () => {
  const signIn = (code: string) => post("sign-in/wechat", { code });

  test("somebody new comes in and is asked for name, birth date and community", async () => {
    const { body } = await signIn("person-new-1").expect(200);
    expect(body.data.me).toMatchObject({
      preferredName: null,
      birthDate: null,
      community: null,
      needsOnboarding: true,
    });
    expect((await me(body.data.token)).body.data).toEqual(body.data.me);
  });

  test("the same person with another code is the same person, in a session of its own", async () => {
    const first = (await signIn("person-same-1")).body.data;
    const second = (await signIn("person-same-2")).body.data;
    expect(second.me.id).toBe(first.me.id);
    expect(second.token).not.toBe(first.token);
  });

  test("one code sent twice at once lets one in", async () => {
    const answers = await Promise.all([signIn("person-twice-1"), signIn("person-twice-1")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test("ten first sign-ins of one person at once make one person", async () => {
    const codes = Array.from({ length: 10 }, (_, index) => `person-burst-${index}`);
    const answers = await Promise.all(codes.map((code) => signIn(code).expect(200)));
    const ids = new Set(answers.map(({ body }) => body.data.me.id as string));
    expect(ids.size).toBe(1);
    expect(await PersonModel.countDocuments({ _id: [...ids][0] ?? "" })).toBe(1);
  });

  test("an identity whose person was never written is healed by the next sign-in", async () => {
    const { id } = (await signIn("person-crash-1")).body.data.me;
    await PersonModel.deleteOne({ _id: id });
    expect((await signIn("person-crash-2")).body.data.me).toMatchObject({ id, needsOnboarding: true });
  });

  test.each([
    ["bad-1", 401, "sign_in_failed"],
    ["risky-1", 401, "sign_in_failed"],
    ["often-1", 429, "slow_down"],
    ["busy-1", 503, "wechat_unavailable"],
    ["broken-1", 503, "wechat_unavailable"],
    ["slow-1", 503, "wechat_unavailable"],
    ["nobody-1", 503, "wechat_unavailable"],
  ])("WeChat's answer to %s is %d %s", async (code, status, error) => {
    expect(refusal(await signIn(code))).toEqual([status, error]);
  });

  test("an openid is never taken from a client", async () => {
    await signIn("person-victim-1");
    const openid = "oSomebodyElse00000000000000";
    for (const body of [
      { openid },
      { code: "person-thief-1", openid },
      { code: { $ne: "" } },
      { code: ["person-thief-1"] },
    ]) {
      expect(refusal(await post("sign-in/wechat", body))).toEqual([422, "invalid_request"]);
    }
  });

  test("neither openid nor session key is kept", async () => {
    await signIn("person-kept-1");
    const kept = JSON.stringify([await IdentityModel.find().lean(), await PersonModel.find().lean()]);
    expect(kept).not.toMatch(/"o[\w-]{27}"/);
    expect(fake.sessionKeys.length).toBeGreaterThan(0);
    for (const key of fake.sessionKeys) expect(kept).not.toContain(key);
  });
});

describe("as staff", () => {
  beforeAll(async () => {
    const { _id: personId } = await buildPerson(app.deps, { preferredName: "周主任" });
    const carePointId = (await buildCarePoint({ name: "春风社区食堂" }))._id;
    await enrolStaff(app.deps, {
      personId,
      memberships: [{ carePointId, role: "care_point_manager" }],
      loginName: "Zhou主任",
      password: "chunfeng-2026",
    });
  });
  const signIn = (name: unknown, password: unknown) => post("sign-in/staff", { name, password });

  test("name and password let in, with the roles", async () => {
    const { body } = await signIn("Zhou主任", "chunfeng-2026").expect(200);
    expect(body.data.me.memberships).toMatchObject([{ carePointName: "春风社区食堂", role: "care_point_manager" }]);
  });

  test("the name in other case and width is the same name, the password is not", async () => {
    await signIn("ｚｈｏｕ主任", "chunfeng-2026").expect(200);
    await signIn("zhou主任", "Chunfeng-2026").expect(401);
  });

  test("a wrong password and a name nobody has are one answer", async () => {
    const wrong = await signIn("Zhou主任", "chunfeng-2025");
    const unknown = await signIn("nobody", "chunfeng-2026");
    expect(refusal(wrong)).toEqual([401, "sign_in_failed"]);
    expect({ ...unknown.body.error, requestId: "" }).toEqual({ ...wrong.body.error, requestId: "" });
  });

  test("operators and arrays are no names", async () => {
    for (const odd of [{ $ne: "" }, ["zhou主任"], { $gt: "" }, 1, null]) {
      expect(refusal(await signIn(odd, "x"))).toEqual([422, "invalid_request"]);
      expect(refusal(await signIn("zhou主任", odd))).toEqual([422, "invalid_request"]);
    }
  });

  test("passwords are kept as argon2id with 19 MiB and two passes", async () => {
    const { CredentialModel } = await import("@server/domains/accounts/credential.model");
    const credential = await CredentialModel.findById("zhou主任").lean();
    expect(credential?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("as a demo person", () => {
  test("in the demo, with those it lists, in their order", async () => {
    const second = await buildPerson(app.deps, { preferredName: "李", demo: { order: 2, description: "女儿" } });
    const first = await buildPerson(app.deps, { demo: { order: 1, description: "78 岁" } });
    const { body } = await app.request.get("/api/accounts/demo-people").expect(200);
    expect(body.data.people).toEqual([
      { id: first._id, preferredName: "王阿姨", description: "78 岁" },
      { id: second._id, preferredName: "李", description: "女儿" },
    ]);
    const signedIn = await post("sign-in/demo", { personId: first._id }).expect(200);
    expect(signedIn.body.data.me).toMatchObject({ id: first._id, isDemo: true });
  });

  test("nobody else, and an absent person reads the same", async () => {
    const real = await buildPerson(app.deps);
    for (const personId of [real._id, "nobody"]) {
      expect(refusal(await post("sign-in/demo", { personId }))).toEqual([404, "not_found"]);
    }
  });
});
