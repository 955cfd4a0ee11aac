import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { PersonModel } from "@server/domains/accounts/person.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

const PHONE = "13800138000";
let app: TestApp;
/** What the message service was asked to send; the next message resolves `sent`. */
let sent: Promise<{ phone: string; text: string }>;
let onSend: (message: { phone: string; text: string }) => void;

beforeAll(async () => {
  app = await startApp({ sms: { send: async (message) => onSend(message) } });
});
beforeEach(() => {
  sent = new Promise((settle) => (onSend = settle));
});
afterAll(() => app.close());

const post = (path: string, body: object) => app.request.post(`/api/accounts/${path}`).send(body);
const refusal = (answer: { status: number; body: { error: { code: string } } }) => [
  answer.status,
  answer.body.error.code,
];

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
