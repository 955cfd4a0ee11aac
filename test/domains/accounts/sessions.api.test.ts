import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { hashToken } from "@server/core/crypto/tokens";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { enrolStaff } from "@server/domains/accounts/enrol-staff";
import { PersonModel } from "@server/domains/accounts/person.model";
import { SessionModel } from "@server/domains/accounts/session.model";
import { endSession, findActor } from "@server/domains/accounts/sessions";
import { startApp, type TestApp } from "@test/support/app";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set("2026-11-22T02:00:00.000Z"));
afterAll(() => app.close());

const me = (token: string) => app.request.get("/api/accounts/me").set("Authorization", `Bearer ${token}`);
const status = async (token: string) => (await me(token)).status;
const elder = async () => (await buildPerson(app.deps))._id;
const staffMember = async () =>
  (await buildPerson(app.deps, { memberships: [{ carePointId: "c", role: "care_point_staff" }] }))._id;

describe("a session", () => {
  test("ends at once at sign-out, on this device only", async () => {
    const personId = await elder();
    const [phone, tablet] = [await app.signInAs(personId), await app.signInAs(personId)];
    expect(await status(phone)).toBe(200);
    const { body } = await app.request.post("/api/accounts/sign-out").set("Authorization", `Bearer ${phone}`).send({});
    expect(body.data).toEqual({ signedOut: true });
    expect(await status(phone)).toBe(401);
    expect(await status(tablet)).toBe(200);
  });

  test("of an elder lasts sixty days unused, to the millisecond", async () => {
    const token = await app.signInAs(await elder());
    app.clock.advance(60 * DAY - 1);
    expect(await status(token)).toBe(200);
    const unused = await app.signInAs(await elder());
    app.clock.advance(60 * DAY);
    expect(await status(unused)).toBe(401);
  });

  test("goes on with use, but no longer than a year", async () => {
    const token = await app.signInAs(await elder());
    for (let days = 50; days < 365; days += 50) {
      app.clock.set(new Date(Date.parse("2026-11-22T02:00:00.000Z") + days * DAY).toISOString());
      expect(await status(token)).toBe(200);
    }
    app.clock.set("2027-11-22T02:00:00.000Z");
    expect(await status(token)).toBe(401);
  });

  test("of staff lasts half a day unused and a week at most", async () => {
    const [used, unused] = [await app.signInAs(await staffMember()), await app.signInAs(await staffMember())];
    for (let hours = 11; hours < 168; hours += 11) {
      app.clock.set(new Date(Date.parse("2026-11-22T02:00:00.000Z") + hours * HOUR).toISOString());
      expect(await status(used)).toBe(200);
    }
    expect(await status(unused)).toBe(401);
    app.clock.set("2026-11-29T02:00:00.000Z");
    expect(await status(used)).toBe(401);
  });

  test("ends when its person gets a role, and with it the old rights", async () => {
    const personId = await elder();
    const token = await app.signInAs(personId);
    expect(await status(token)).toBe(200);
    const memberships = [{ carePointId: "c", role: "care_point_manager" }] as const;
    await enrolStaff(app.deps, { personId, memberships, loginName: "new", password: "long enough" });
    expect(await status(token)).toBe(401);
  });

  test("stays ended when its use is written down at the moment of the sign-out", async () => {
    const personId = await elder();
    for (let times = 0; times < 20; times += 1) {
      const tokenHash = hashToken(await app.signInAs(personId));
      app.clock.advance(30 * DAY);
      const now = app.clock.now();
      const actor = { id: personId, sessionId: tokenHash, memberships: [], offices: [] };
      await Promise.all([findActor({ tokenHash, now }), endSession(app.deps, actor), findActor({ tokenHash, now })]);
      expect(await findActor({ tokenHash, now })).toBeNull();
    }
  });

  test("of a person who was erased is nobody's", async () => {
    const personId = await elder();
    const token = await app.signInAs(personId);
    await PersonModel.deleteOne({ _id: personId });
    expect(await status(token)).toBe(401);
  });

  test("is stored as the hash of its token only", async () => {
    const token = await app.signInAs(await elder());
    const session = await SessionModel.findById(hashToken(token)).lean();
    expect(session).not.toBeNull();
    expect(JSON.stringify(await SessionModel.find().lean())).not.toContain(token);
    expect(await status(hashToken(token))).toBe(401);
  });

  test("is needed: no token, a made-up one, one in the URL are 401", async () => {
    const token = await app.signInAs(await elder());
    expect((await app.request.get("/api/accounts/me")).status).toBe(401);
    expect(await status("A".repeat(43))).toBe(401);
    expect((await app.request.get("/api/accounts/me").query({ token })).status).toBe(401);
  });
});
