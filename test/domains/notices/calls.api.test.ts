import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { AUDIT_READS_COLLECTION } from "@server/core/audit/audit.model";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildNotice } from "@server/domains/notices/notices.builders";
import { sendMessages } from "@server/domains/notices/send-messages";
import { startApp, type TestApp } from "@test/support/app";
import { buildLunchWorld, type LunchWorld } from "@test/support/lunch-world";

let app: TestApp;
let world: LunchWorld;
let cook: string;
beforeAll(async () => {
  app = await startApp();
  world = await buildLunchWorld(app);
  cook = await app.signInAs(world.cook._id);
});
afterAll(() => app.close());

interface CallRow {
  readonly id: string;
  readonly preferredName: string;
  readonly phone: string | null;
  readonly tries: readonly { readonly outcome: string }[];
}

const list = async (token: string = cook) => {
  const call = app.request.get(`/api/notices/calls?carePointId=${world.canteen._id}`);
  return call.set("Authorization", `Bearer ${token}`);
};
const rows = async () => (await list()).body.data.calls as CallRow[];
const record = (id: string, outcome: string, { key, token = cook }: { key?: string; token?: string } = {}) =>
  app.request
    .post(`/api/notices/calls/${id}/outcomes`)
    .set("Authorization", `Bearer ${token}`)
    .set("Idempotency-Key", key ?? randomUUID())
    .send({ outcome });

/** Somebody without WeChat whose lunch the kitchen cancelled. */
async function unreached(phone?: string) {
  const person = await buildPerson(app.deps, { preferredName: "赵大爷", ...(phone === undefined ? {} : { phone }) });
  await buildNotice(app, { personId: person._id, carePointId: world.canteen._id });
  await sendMessages(app.deps);
  return person;
}

describe("the counter's call list", () => {
  test("names whom no message reached, with the number to dial and the sentence to say", async () => {
    await unreached("13712345678");
    const [call] = await rows();
    expect(call).toMatchObject({ preferredName: "赵大爷", phone: "13712345678", tries: [] });
    expect(call).toHaveProperty("sentence", expect.stringContaining("因为停水不能做了"));
  });

  test("R-A2: opening it is written down before it is read", async () => {
    const reads = () => database().collection(AUDIT_READS_COLLECTION).countDocuments({});
    const before = await reads();
    await list();
    expect(await reads()).toBe(before + 1);
  });

  test("keeps whom nobody reached, with each try, and drops who was reached", async () => {
    await unreached();
    const id = (await rows()).at(-1)?.id ?? "";
    const key = randomUUID();
    expect((await record(id, "no_answer", { key })).body.data).toEqual({ isDone: false });
    expect((await record(id, "no_answer", { key })).body.data).toEqual({ isDone: false });
    const tries = (await rows()).find((call) => call.id === id)?.tries.map(({ outcome }) => outcome);
    expect(tries).toEqual(["no_answer"]);
    expect((await record(id, "reached")).body.data).toEqual({ isDone: true });
    expect((await rows()).map((call) => call.id)).not.toContain(id);
  });

  test("drops who has read it in the meantime", async () => {
    const person = await unreached();
    const id = (await rows()).at(-1)?.id ?? "";
    await app.request
      .post("/api/notices/read")
      .set("Authorization", `Bearer ${await app.signInAs(person._id)}`)
      .send({ noticeIds: [id] })
      .expect(200);
    expect((await rows()).map((call) => call.id)).not.toContain(id);
  });

  test("is forbidden to others, and their calls do not exist for her", async () => {
    await unreached();
    const id = (await rows()).at(-1)?.id ?? "";
    const elsewhere = await buildCarePoint({ regionId: world.community._id });
    const memberships = [{ carePointId: elsewhere._id, role: "care_point_staff" }] as const;
    const stranger = await app.signInAs((await buildPerson(app.deps, { memberships }))._id);
    expect((await list(stranger)).body.error.code).toBe("forbidden");
    expect((await record(id, "reached", { token: stranger })).body.error.code).toBe("not_found");
    expect((await record("no-such-notice", "reached", { token: stranger })).body.error.code).toBe("not_found");
    expect((await rows()).map((call) => call.id)).toContain(id);
  });

  test("nobody is rung up about what is only in the inbox", async () => {
    const person = await buildPerson(app.deps);
    const notice = { template: "family_joined", name: "小敏" } as const;
    await buildNotice(app, { personId: person._id, carePointId: world.canteen._id, key: "joined", notice });
    const inbox = app.request.get("/api/notices").set("Authorization", `Bearer ${await app.signInAs(person._id)}`);
    const [{ id }] = (await inbox).body.data.notices as [{ id: string }];
    expect((await record(id, "reached")).body.error.code).toBe("not_found");
  });
});
