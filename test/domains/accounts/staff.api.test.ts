import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { enrolStaff } from "@server/domains/accounts/enrol-staff";
import { buildCarePoint } from "@server/domains/care-points/index";
import { startApp, type TestApp } from "@test/support/app";
import { buildLunchWorld, type LunchWorld } from "@test/support/lunch-world";

const HOUR = 3_600_000;
const PASSWORD = "correct horse battery";
let app: TestApp;
let world: LunchWorld;
let manager: { id: string; token: string };
beforeAll(async () => {
  app = await startApp();
  world = await buildLunchWorld(app);
  const { _id: id } = await buildPerson(app.deps, { preferredName: "刘姐" });
  const memberships = [{ carePointId: world.canteen._id, role: "care_point_manager" }] as const;
  await enrolStaff(app.deps, { personId: id, memberships, loginName: "liujie", password: PASSWORD });
  manager = { id, token: await app.signInAs(id) };
});
afterAll(() => app.close());

const post = (path: string, token: string, body: object) =>
  app.request
    .post(`/api/accounts/staff${path}`)
    .set("Authorization", `Bearer ${token}`)
    .set("Idempotency-Key", randomUUID())
    .send(body);
const list = async (token: string = manager.token) =>
  app.request.get(`/api/accounts/staff?carePointId=${world.canteen._id}`).set("Authorization", `Bearer ${token}`);

interface Invited {
  readonly member: { readonly personId: string; readonly isInvited: boolean };
  readonly code: string;
}

let count = 0;
/** A new colleague with a login name of her own, not yet in. */
async function invite(role: "care_point_staff" | "care_point_manager" = "care_point_staff") {
  count += 1;
  const loginName = `colleague-${count}`;
  const body = { carePointId: world.canteen._id, preferredName: "小张", loginName, role };
  const invited = (await post("", manager.token, body).expect(201)).body.data as Invited;
  return { loginName, ...invited, personId: invited.member.personId };
}
const accept = (loginName: string, code: string, password: string = PASSWORD) =>
  app.request.post("/api/accounts/staff/invitations/accept").send({ loginName, code, password });
/** A colleague who has chosen her password. */
async function colleague(role: "care_point_staff" | "care_point_manager" = "care_point_staff") {
  const invited = await invite(role);
  const { body } = await accept(invited.loginName, invited.code).expect(200);
  return { ...invited, token: body.data.token as string };
}
const isSignedIn = async (token: string) =>
  (await app.request.get("/api/accounts/me").set("Authorization", `Bearer ${token}`)).status === 200;
const atCanteen = (personId: string) => ({ carePointId: world.canteen._id, personId });

describe("inviting a colleague", () => {
  test("gives her role at once and a way in once she has chosen a password", async () => {
    const { loginName, code, member } = await invite();
    expect(member).toMatchObject({ preferredName: "小张", role: "care_point_staff", isInvited: true, isMe: false });
    const signedIn = await accept(loginName, code).expect(200);
    expect(signedIn.body.data.me.memberships).toMatchObject([{ role: "care_point_staff" }]);
    const again = app.request.post("/api/accounts/sign-in/staff").send({ name: loginName, password: PASSWORD });
    expect((await again).status).toBe(200);
    const rows = (await list()).body.data.staff as { loginName: string; isInvited: boolean }[];
    expect(rows.find((row) => row.loginName === loginName)).toMatchObject({ isInvited: false });
  });

  test("a repeat of the request tells the same code and takes on nobody else", async () => {
    const key = randomUUID();
    const body = {
      carePointId: world.canteen._id,
      preferredName: "小李",
      loginName: "xiaoli",
      role: "care_point_staff",
    };
    const send = (sent: object) => post("", manager.token, sent).set("Idempotency-Key", key);
    const [first, second] = await Promise.all([send(body), send(body)]);
    const third = await send(body);
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect(new Set([first, second, third].map((answer) => (answer.body.data as Invited).code)).size).toBe(1);
    const rows = (await list()).body.data.staff as { loginName: string }[];
    expect(rows.filter(({ loginName }) => loginName === "xiaoli")).toHaveLength(1);
    expect((await send({ ...body, preferredName: "小黎" })).body.error.code).toBe("key_reused");
  });

  test("of two managers who want one login name at once, one gets it", async () => {
    const body = {
      carePointId: world.canteen._id,
      preferredName: "小王",
      role: "care_point_staff",
      loginName: "Ｘiaowang",
    };
    const answers = await Promise.all([
      post("", manager.token, body),
      post("", manager.token, { ...body, loginName: "xiaowang" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe("login_name_taken");
  });

  test("a code is good once and for a day, and its refusal tells nothing", async () => {
    const { loginName, code } = await invite();
    const wrong = await accept(loginName, code === "12345678" ? "87654321" : "12345678");
    const nobody = await accept("nobody-by-this-name", code);
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(wrong.body.error.code).toBe("staff_invitation_refused");
    expect(wrong.body.error.message).toBe(nobody.body.error.message);
    const both = await Promise.all([accept(loginName, code), accept(loginName, code, "another password")]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    const late = await invite();
    app.clock.advance(24 * HOUR);
    expect((await accept(late.loginName, late.code)).status).toBe(401);
  });
});

describe("changing and removing", () => {
  test("a new role ends the sessions of the old one", async () => {
    manager = { ...manager, token: await app.signInAs(manager.id) };
    const her = await colleague();
    const changed = await post("/role", manager.token, {
      ...atCanteen(her.personId),
      role: "care_point_manager",
    }).expect(200);
    expect(changed.body.data.member).toMatchObject({ role: "care_point_manager" });
    expect(await isSignedIn(her.token)).toBe(false);
  });

  test("whoever leaves is out at once: session, role and password, and leaving twice is leaving once", async () => {
    const her = await colleague();
    expect(await isSignedIn(her.token)).toBe(true);
    for (let time = 0; time < 2; time += 1) {
      const removed = await post("/removals", manager.token, atCanteen(her.personId)).expect(200);
      expect(removed.body.data).toEqual({ removed: true });
    }
    expect(await isSignedIn(her.token)).toBe(false);
    const back = app.request.post("/api/accounts/sign-in/staff").send({ name: her.loginName, password: PASSWORD });
    expect((await back).status).toBe(401);
  });

  test("whoever was invited and removed before she came does not come in", async () => {
    const her = await invite();
    await post("/removals", manager.token, atCanteen(her.personId)).expect(200);
    expect((await accept(her.loginName, her.code)).status).toBe(401);
  });

  test("removing somebody who does not work there ends nothing of hers", async () => {
    const { _id: resident } = await buildPerson(app.deps, { preferredName: "王阿姨" });
    const token = await app.signInAs(resident);
    await post("/removals", manager.token, atCanteen(resident)).expect(200);
    expect(await isSignedIn(token)).toBe(true);
  });

  test("nobody takes her own role away", async () => {
    const self = atCanteen(manager.id);
    expect((await post("/removals", manager.token, self)).body.error.code).toBe("own_role");
    const demotion = { ...self, role: "care_point_staff" };
    expect((await post("/role", manager.token, demotion)).body.error.code).toBe("own_role");
  });

  test("a manager of elsewhere and a cook of here may do none of it", async () => {
    const elsewhere = await buildCarePoint({ regionId: world.community._id });
    const memberships = [{ carePointId: elsewhere._id, role: "care_point_manager" }] as const;
    const other = await app.signInAs((await buildPerson(app.deps, { memberships }))._id);
    const cook = await app.signInAs(world.cook._id);
    for (const token of [other, cook]) {
      const answers = [
        await list(token),
        await post("/role", token, { ...atCanteen(world.cook._id), role: "care_point_manager" }),
        await post("/removals", token, atCanteen(manager.id)),
      ];
      expect(answers.map(({ body }) => body.error.code)).toEqual(["forbidden", "forbidden", "forbidden"]);
    }
    const hers = { carePointId: elsewhere._id, personId: world.cook._id, role: "care_point_manager" };
    expect((await post("/role", other, hers)).body.error.code).toBe("not_found");
  });
});

describe("another password", () => {
  test("needs the current one, and ends every other session", async () => {
    const her = await colleague();
    const tablet = await app.signInAs(her.personId);
    const wrong = await post("/password", her.token, { current: "not my password", next: "a brand new password" });
    expect(wrong.body.error.code).toBe("password_wrong");
    const changed = await post("/password", her.token, { current: PASSWORD, next: "a brand new password" }).expect(200);
    expect([await isSignedIn(tablet), await isSignedIn(her.token)]).toEqual([false, false]);
    expect(await isSignedIn(changed.body.data.token as string)).toBe(true);
  });

  test("of two at once one holds", async () => {
    const her = await colleague();
    const second = await app.signInAs(her.personId);
    const change = (token: string, next: string) => post("/password", token, { current: PASSWORD, next });
    const answers = await Promise.all([change(her.token, "the first new one"), change(second, "the second new one")]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });
});
