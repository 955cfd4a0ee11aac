import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createWechatHttp } from "@server/core/wechat/wechat-http";
import { startWechatFake, type WechatFake } from "@server/core/wechat/wechat-fake";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { enrolStaff } from "@server/domains/accounts/enrol-staff";
import { IdentityModel } from "@server/domains/accounts/identity.model";
import { PersonModel } from "@server/domains/accounts/person.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

const PHONE = "13800138000";
let app: TestApp;
let fake: WechatFake;
/** What the message service was asked to send; the next message resolves `sent`. */
let sent: Promise<{ phone: string; text: string }>;
let onSend: (message: { phone: string; text: string }) => void;

beforeAll(async () => {
  fake = await startWechatFake();
  const wechat = createWechatHttp({ appId: fake.appId, secret: fake.secret, apiOrigin: fake.origin, withinMs: 2_000 });
  app = await startApp({ wechat, sms: { send: async (message) => onSend(message) } });
});
beforeEach(() => {
  sent = new Promise((settle) => (onSend = settle));
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

describe("by a one-time code", () => {
  let staffToken: string;
  let carePointId: string;
  let communityId: string;
  const auth = () => ({ Authorization: `Bearer ${staffToken}` });
  const issue = async (residentId: string) =>
    (await post("login-codes", { carePointId, residentId }).set(auth())).body.data as {
      code: string;
      expiresAt: string;
    };
  const signIn = (code: string) => post("sign-in/code", { code });
  const elder = (phone?: string) => buildPerson(app.deps, { communityId, ...(phone === undefined ? {} : { phone }) });

  beforeAll(async () => {
    communityId = (await buildCommunity())._id;
    carePointId = (await buildCarePoint({ regionId: communityId }))._id;
    const memberships = [{ carePointId, role: "care_point_staff" }] as const;
    staffToken = await app.signInAs((await buildPerson(app.deps, { memberships }))._id);
  });

  test("from staff: eight digits, ten minutes, signs the elder in", async () => {
    const { _id } = await elder();
    const { code, expiresAt } = await issue(_id);
    expect(code).toMatch(/^\d{8}$/);
    expect(Date.parse(expiresAt) - app.clock.now()).toBe(600_000);
    const { body } = await signIn(code).expect(200);
    expect(body.data.me).toMatchObject({ id: _id, preferredName: "王阿姨", community: { label: "红旗区 春风社区" } });
  });

  test("a used code is as wrong as one that never was", async () => {
    const { code } = await issue((await elder())._id);
    await signIn(code).expect(200);
    const used = await signIn(code);
    const unknown = await signIn("00000000");
    expect(refusal(used)).toEqual([401, "sign_in_failed"]);
    expect(refusal(unknown)).toEqual(refusal(used));
    expect(used.body.error.message).toBe(unknown.body.error.message);
  });

  test("two at once with one code: one is in", async () => {
    const { code } = await issue((await elder())._id);
    const answers = await Promise.all([signIn(code), signIn(code), signIn(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  test("good to the last millisecond of ten minutes and not a millisecond longer", async () => {
    const [early, late] = [await issue((await elder())._id), await issue((await elder())._id)];
    app.clock.advance(599_999);
    await signIn(early.code).expect(200);
    app.clock.advance(1);
    await signIn(late.code).expect(401);
  });

  test("a new code ends the earlier one", async () => {
    const { _id } = await elder();
    const [first, second] = [await issue(_id), await issue(_id)];
    await signIn(first.code).expect(401);
    await signIn(second.code).expect(200);
  });

  test("who became staff meanwhile needs her password", async () => {
    const { _id } = await elder();
    const { code } = await issue(_id);
    await PersonModel.updateOne({ _id }, { $set: { memberships: [{ carePointId, role: "care_point_staff" }] } });
    await signIn(code).expect(401);
  });

  test.each(["1234567", "123456789", "1234567a", "１２３４５６７８"])("%s is no code", async (code) => {
    expect(refusal(await signIn(code))).toEqual([422, "invalid_request"]);
  });

  test("by message to a registered phone", async () => {
    const { _id } = await elder(PHONE);
    const { body } = await post("login-codes/sms", { phone: PHONE }).expect(200);
    expect(body.data).toEqual({ validMinutes: 10 });
    const message = await sent;
    expect(message.phone).toBe(PHONE);
    const code = /登录码 (\d{4}) (\d{4})，/.exec(message.text)?.slice(1).join("") ?? "";
    expect((await signIn(code).expect(200)).body.data.me.id).toBe(_id);
  });

  test("an unknown phone gets the same answer and no message", async () => {
    const { body } = await post("login-codes/sms", { phone: "13900139000" }).expect(200);
    expect(body.data).toEqual({ validMinutes: 10 });
    await post("login-codes/sms", { phone: PHONE }).expect(200);
    // The message that was asked for second is the first to come.
    expect((await sent).phone).toBe(PHONE);
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
  const signIn = (name: unknown, password: unknown) => post("sign-in/staff", { name, password } as object);

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
