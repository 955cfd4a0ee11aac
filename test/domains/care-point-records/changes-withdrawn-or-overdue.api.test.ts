import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { RecordChange } from "@shared/domains/care-point-records/record-changes.contract";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { escalateChanges } from "@server/domains/care-point-records/escalate-changes";
import { RecordChangeModel } from "@server/domains/care-point-records/record-change.model";
import { createRecordChangesPersonalData } from "@server/domains/care-point-records/record-changes-personal-data";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { buildRecordSite, codeOf, OFFICE, type RecordSite, type Who } from "./record-site";

const CITY = "xinxiang";
const NEW_NAME = { what: "name", name: "春风长者食堂" } as const;
let app: TestApp;
let site: RecordSite;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.set("2026-11-22T02:00:00.000Z");
  await RecordChangeModel.deleteMany({});
  site = await buildRecordSite(app);
});
afterAll(() => app.close());

const propose = async (change: object = NEW_NAME) => {
  const { body } = await site.changes.propose(change);
  return body.data as RecordChange;
};
const withdraw = (id: string, { who = "manager", key }: { readonly who?: Who; readonly key?: string } = {}) =>
  site.post(who, `/record-changes/${id}/withdrawals`, {}, key);
const listed = async (token: string, regionId: string) => {
  const call = app.request.get("/api/record-changes/office").query({ regionId });
  return (await call.set("Authorization", `Bearer ${token}`)).body.data.changes as RecordChange[];
};
const own = async (who: Who = "manager") =>
  (await site.get(who, `/record-changes?carePointId=${site.carePointId}`)).body.data.changes as RecordChange[];
const kept = (id: string) => RecordChangeModel.findById(id).lean().orFail();

describe("撤回: a proposal is taken back", () => {
  test("by a manager, while nobody has answered: the office has it no more, and the next can be proposed", async () => {
    const { id, abilities } = await propose();
    expect(abilities).toEqual({ withdraw: true });
    const { status, body } = await withdraw(id);
    expect([status, body.data]).toEqual([201, expect.objectContaining({ id, state: "withdrawn", isOverdue: false })]);
    expect(body.data.abilities).toEqual({ withdraw: false });
    expect(await listed(await app.signInAs(site.people.officer), OFFICE)).toEqual([]);
    expect(await own()).toMatchObject([{ id, state: "withdrawn" }]);
    expect((await site.changes.stored()).name).toBe(site.name);
    expect((await kept(id)).timeline.map(({ act, by }) => [act, by])).toEqual([
      ["propose", site.people.manager],
      ["withdraw", site.people.manager],
    ]);
    const told = (await relayedChain(app)).filter(({ subject }) => subject.id === id).map(({ act }) => act);
    expect(told).toEqual(["record-changes.propose-change", "record-changes.withdraw-change"]);
    expect((await site.changes.propose({ what: "name", name: "春风大食堂" })).status).toBe(201);
  });

  test("by the same key again it is done once", async () => {
    const { id } = await propose();
    const key = randomUUID();
    const first = await withdraw(id, { key });
    expect((await withdraw(id, { key })).body).toEqual(first.body);
    expect(codeOf(await withdraw(id))).toEqual([409, "state_changed"]);
    expect((await kept(id)).timeline).toHaveLength(2);
  });

  test("not by a cook, not at another place, not after the answer", async () => {
    const { id } = await propose();
    expect((await own("cook"))[0]?.abilities).toEqual({ withdraw: false });
    expect(codeOf(await withdraw(id, { who: "cook" }))).toEqual([403, "forbidden"]);
    for (const who of ["elder", "officer", "otherOfficer"] as const) {
      expect([who, codeOf(await withdraw(id, { who }))]).toEqual([who, [404, "not_found"]]);
    }
    expect((await site.changes.settle()).status).toBe(201);
    expect(codeOf(await withdraw(id))).toEqual([409, "state_changed"]);
    expect((await site.changes.stored()).name).toBe(NEW_NAME.name);
  });

  test("and answered at once: one of the two, and the entry says which", async () => {
    const { id } = await propose();
    const both = await Promise.all([withdraw(id), site.changes.settle()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { state, timeline } = await kept(id);
    expect(timeline).toHaveLength(2);
    expect((await site.changes.stored()).name).toBe(state === "approved" ? NEW_NAME.name : site.name);
  });

  test("her id goes from both of her steps when she leaves", async () => {
    const { id } = await propose();
    await withdraw(id);
    await relayedChain(app);
    const leaving = { personId: site.people.manager, now: app.clock.now() };
    expect(await createRecordChangesPersonalData().erase(leaving)).toBe("gone");
    expect(JSON.stringify(await kept(id))).not.toContain(site.people.manager);
  });
});

describe("a proposal that no office answered in time", () => {
  let cityOfficer: string;
  beforeEach(async () => {
    const { _id } = await buildPerson(app.deps, { preferredName: "郑处长", offices: [{ regionId: CITY }] });
    cityOfficer = _id;
  });
  /** Five working days after Sunday 22 November it is due on Friday 27th. */
  const overdue = async () => {
    const { id } = await propose();
    app.clock.set("2026-11-27T02:00:00.000Z");
    await escalateChanges(app.deps);
    expect((await kept(id)).escalatedOn).toBeNull();
    app.clock.set("2026-11-27T16:00:00.000Z");
    await escalateChanges(app.deps);
    return id;
  };

  test("goes to the city's office as well, once, and is told to be there", async () => {
    const id = await overdue();
    await escalateChanges(app.deps);
    expect(await kept(id)).toMatchObject({ owner: { type: "city", id: CITY }, escalatedOn: "2026-11-28" });
    const shown = { id, isOverdue: true, isEscalated: true, state: "open" };
    for (const [person, regionId] of [
      [cityOfficer, CITY],
      [site.people.officer, OFFICE],
    ] as const) {
      expect(await listed(await app.signInAs(person), regionId)).toMatchObject([shown]);
    }
    expect(await own()).toMatchObject([shown]);
    const told = (await relayedChain(app)).filter(({ subject }) => subject.id === id).map(({ act }) => act);
    expect(told).toEqual(["record-changes.propose-change", "record-changes.escalate"]);
  });

  test.each(["the city's", "the district's"])("%s office answers it then", async (whose) => {
    const id = await overdue();
    const token = await app.signInAs(whose === "the city's" ? cityOfficer : site.people.officer);
    const { version } = await site.changes.stored();
    const answer = await app.request
      .post(`/api/record-changes/${id}/answers`)
      .set("Idempotency-Key", randomUUID())
      .set("Authorization", `Bearer ${token}`)
      .send({ answer: "approved", version });
    expect(answer.status).toBe(201);
    expect((await site.changes.stored()).name).toBe(NEW_NAME.name);
  });

  test("the city's has nothing to say before; a manager takes it back also afterwards", async () => {
    const { id } = await propose();
    const send = async () =>
      app.request
        .post(`/api/record-changes/${id}/answers`)
        .set("Idempotency-Key", randomUUID())
        .set("Authorization", `Bearer ${await app.signInAs(cityOfficer)}`)
        .send({ answer: "turned_down", version: 0 });
    expect(codeOf(await send())).toEqual([404, "not_found"]);
    app.clock.set("2026-11-28T02:00:00.000Z");
    await escalateChanges(app.deps);
    expect((await withdraw(id)).status).toBe(201);
    expect(await listed(await app.signInAs(cityOfficer), CITY)).toEqual([]);
  });

  test("what was answered or taken back in time never goes further", async () => {
    const { id } = await propose();
    await withdraw(id);
    app.clock.set("2026-12-10T02:00:00.000Z");
    await escalateChanges(app.deps);
    expect(await kept(id)).toMatchObject({ escalatedOn: null, owner: { type: "district", id: OFFICE } });
  });
});
