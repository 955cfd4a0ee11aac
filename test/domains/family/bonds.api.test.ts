import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { commonErrors } from "@shared/core/errors";
import { familyContract } from "@shared/domains/family/family.contract";
import { outboxRelay } from "@server/core/outbox/relay";
import { BondModel } from "@server/domains/family/bond.model";
import { buildBond } from "@server/domains/family/family.builders";
import { findBond } from "@server/domains/family/family.queries";
import { familyDomain } from "@server/domains/family/index";
import { startApp, type TestApp } from "@test/support/app";
import { familyClient, type Known } from "@test/support/family";

const DAY = 24 * 60 * 60_000;
const relay = outboxRelay(familyDomain.outbox ?? []);
const [endExpired] = familyDomain.jobs;
let app: TestApp;
let client: ReturnType<typeof familyClient>;
let elder: Known;
let daughter: Known;
beforeAll(async () => {
  app = await startApp();
  client = familyClient(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-22T02:00:00.000Z");
  [elder, daughter] = [await client.elder(), await client.daughter()];
});
afterAll(() => app.close());

const bind = (helper: Known, overrides: Partial<Parameters<typeof buildBond>[1]> = {}) =>
  buildBond(app.deps, { elder: elder.id, helper: helper.id, ...overrides });
const may = () => findBond({ elderId: elder.id, actorId: daughter.id, now: app.clock.now() });
const actsOf = async (who: Known) => {
  await relay.run(app.deps);
  return (await client.acts(who)).body.data.acts.map(({ sentence }: { sentence: string }) => sentence);
};

describe("my bonds", () => {
  test("those I act for and those who act for me, each by name; nobody else's", async () => {
    const bond = await bind(daughter);
    const son = await client.somebody({ preferredName: "大明" });
    await bind(son, { relation: "son" });
    await buildBond(app.deps, { elder: son.id, helper: elder.id, relation: "relative" });
    const hers = await client.bonds(elder);
    expect(familyContract.endpoints.listBonds.response.parse(hers.body.data)).toEqual(hers.body.data);
    expect(hers.body.data.actForMe.map(({ label }: { label: string }) => label)).toEqual(["女儿小敏", "儿子大明"]);
    expect(hers.body.data.iActFor.map(({ label }: { label: string }) => label)).toEqual(["大明"]);
    const theirs = await client.bonds(daughter);
    expect(theirs.body.data.actForMe).toEqual([]);
    expect(theirs.body.data.iActFor).toMatchObject([{ id: bond._id, person: { id: elder.id } }]);
    expect((await client.bonds(await client.elder())).body.data).toEqual({ iActFor: [], actForMe: [] });
  });
});

describe("ending a bond", () => {
  test.each([
    ["the elder", () => elder],
    ["the helper", () => daughter],
  ])("%s ends it at once; again changes nothing", async (_title, who) => {
    const { _id } = await bind(daughter);
    expect(await may()).toEqual({ id: _id, scopes: ["meals"], relation: "daughter" });
    const answers = [await client.withdraw(who(), _id), await client.withdraw(who(), _id)];
    expect(answers.map(({ status, body }) => [status, body.data])).toEqual([
      [200, { ended: true }],
      [200, { ended: true }],
    ]);
    expect(await may()).toBeNull();
    expect((await client.bonds(elder)).body.data.actForMe).toEqual([]);
    const events = (await BondModel.findById(_id).lean())?.outbox ?? [];
    expect(events.map(({ audit }) => audit)).toEqual([
      expect.objectContaining({ act: "family.accept-invitation", actorId: daughter.id, forPersonId: elder.id }),
      {
        act: "family.withdraw-bond",
        actorId: who().id,
        subject: { type: "bond", id: _id },
        forPersonId: elder.id,
      },
    ]);
  });

  test("for everybody else it is as absent as one that never was", async () => {
    const { _id } = await bind(daughter);
    const stranger = await client.daughter();
    for (const id of [_id, "no-such-bond"]) {
      const { status, body } = await client.withdraw(stranger, id);
      expect([status, body.error.message]).toEqual([404, commonErrors.not_found.text]);
    }
    expect(await may()).not.toBeNull();
  });

  test("gives its place back", async () => {
    const helpers = await Promise.all(Array.from({ length: 5 }, () => client.daughter()));
    for (const helper of helpers) await bind(helper);
    const code = await client.codeOf(elder);
    const full = await client.accept(daughter, code);
    expect([full.status, full.body.error.code]).toEqual([409, "too_many_helpers"]);
    const [first] = (await client.bonds(elder)).body.data.actForMe;
    await client.withdraw(elder, first.id);
    expect((await client.accept(daughter, code)).status).toBe(200);
  });
});

describe("a bond whose time is over", () => {
  test("holds no more from the first moment after its last day, before any job has run", async () => {
    await bind(daughter, { lasts: "month" });
    app.clock.set("2026-12-22T15:59:59.999Z");
    expect(await may()).not.toBeNull();
    app.clock.set("2026-12-22T16:00:00.000Z");
    expect(await may()).toBeNull();
    expect((await client.bonds(daughter)).body.data.iActFor).toEqual([]);
  });

  test("is ended by the job, once, and told; one that still holds is not", async () => {
    const month = await bind(daughter, { lasts: "month" });
    const son = await client.somebody({ preferredName: "大明" });
    const open = await bind(son, { relation: "son", lasts: "open" });
    app.clock.advance(31 * DAY);
    await endExpired?.run(app.deps);
    await endExpired?.run(app.deps);
    const [ended, standing] = [await BondModel.findById(month._id).lean(), await BondModel.findById(open._id).lean()];
    expect([ended?.active, ended?.endedAt, ended?.endedBy]).toEqual([undefined, new Date(app.clock.now()), undefined]);
    expect(ended?.outbox?.map(({ type }) => type)).toEqual(["family.bond-made", "family.bond-ended"]);
    expect(standing?.active).toBe(true);
    expect(await actsOf(elder)).toContain("女儿小敏替您办事的期限到了");
  });

  test("keeps nobody from coming in its place, nor the same person from coming again", async () => {
    const helpers = await Promise.all(Array.from({ length: 5 }, () => client.daughter()));
    for (const helper of helpers) await bind(helper, { lasts: "month" });
    app.clock.advance(31 * DAY);
    expect((await client.accept(daughter, await client.codeOf(elder))).status).toBe(200);
    const [old] = helpers;
    if (!old) throw new Error("no helper");
    expect((await client.accept(old, await client.codeOf(elder))).status).toBe(200);
    expect((await client.bonds(elder)).body.data.actForMe).toHaveLength(2);
  });
});

describe("at most a few", () => {
  test("elders for one helper, who is told what to do", async () => {
    const elders = await Promise.all(Array.from({ length: 8 }, () => client.elder()));
    for (const one of elders) await buildBond(app.deps, { elder: one.id, helper: daughter.id });
    const { status, body } = await client.accept(daughter, await client.codeOf(elder));
    expect([status, body.error.message]).toEqual([409, familyContract.errors.too_many_elders.text]);
  });
});

describe("what others did for me", () => {
  test("who came to act and who went, the latest first; nobody else's", async () => {
    const { _id } = await bind(daughter, { scopes: ["meals", "care_notes"] });
    app.clock.advance(60_000);
    await client.withdraw(daughter, _id);
    expect(await actsOf(elder)).toEqual([
      "女儿小敏不再替您办事了",
      "女儿小敏可以替您办事了：订餐、取消，看取餐码；看和改忌口、过敏",
    ]);
    expect(await actsOf(daughter)).toEqual([]);
  });

  test("each side hears what the other did: who came, and that it is over", async () => {
    const inboxOf = async ({ token }: Known) => {
      await relay.run(app.deps);
      const { body } = await app.request.get("/api/notices").set("Authorization", `Bearer ${token}`);
      return body.data.notices.map(({ sentence }: { sentence: string }) => sentence);
    };
    const { _id } = await bind(daughter);
    expect(await inboxOf(elder)).toEqual([expect.stringContaining("女儿小敏可以替您订餐了")]);
    await client.withdraw(elder, _id);
    expect(await inboxOf(daughter)).toEqual([expect.stringContaining("王阿姨和您之间的代办已经结束")]);
    expect(await inboxOf(elder)).toHaveLength(1);
    const again = await bind(daughter);
    app.clock.advance(60_000);
    await client.withdraw(daughter, again._id);
    expect((await inboxOf(elder))[0]).toContain("女儿小敏和您之间的代办已经结束");
    expect(await inboxOf(daughter)).toHaveLength(1);
  });

  test("what she ended herself she knows; told twice it stands once", async () => {
    const { _id } = await bind(daughter);
    await client.withdraw(elder, _id);
    const { outbox } = await BondModel.findById(_id).lean().orFail();
    const first = await actsOf(elder);
    await BondModel.updateOne({ _id }, { $set: { outbox } });
    expect([first.length, await actsOf(elder)]).toEqual([1, first]);
  });
});
