import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { trusted } from "@server/core/db/trusted";
import { PersonMergeModel } from "@server/domains/accounts/person-merge.model";
import { PersonModel } from "@server/domains/accounts/person.model";
import { buildCareNotes } from "@server/domains/care-notes/care-notes.builders";
import { BondModel } from "@server/domains/family/bond.model";
import { buildBond } from "@server/domains/family/family.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { PortionModel } from "@server/domains/meals/portion.model";
import { buildNotice } from "@server/domains/notices/notices.builders";
import { buildCommunity } from "@server/domains/regions/index";
import { relayedChain } from "@test/support/audit";
import { careNotesClient } from "@test/support/care-notes";
import { familyClient } from "@test/support/family";
import { MINUTE, runJob } from "@test/support/jobs";
import { mealsClient, wishFor } from "@test/support/meals";
import { RECORD_BIRTH_DATE, RECORD_PHONE, startMergeWorld, type MergeWorld } from "@test/support/merge";

let world: MergeWorld;
beforeEach(async () => {
  world = await startMergeWorld();
});
afterEach(() => world.app.close());

describe("the question", () => {
  test("is put when WeChat vouches for the phone of a record that staff made", async () => {
    const recordId = await world.register();
    const she = await world.come();
    expect(await world.question(she)).toBeNull();
    const linked = await world.link(she);
    expect([linked.status, linked.body.error.code]).toEqual([409, "phone_of_another"]);
    expect(await world.question(she)).toBe("照护点登记过一位王阿姨，1948 年生，是您吗？");
    expect(await PersonMergeModel.findById(she.id).lean()).toMatchObject({ recordId, state: "asked" });
  });

  test("tells nothing but name and year, and nothing at all to others", async () => {
    const { she } = await world.asked();
    expect(await world.question(she)).not.toContain("05-06");
    expect(await world.question(await world.come("somebody-else"))).toBeNull();
    expect((await world.answer(await world.come("somebody-else"))).body.error.code).toBe("not_found");
  });

  test("is not put about somebody who registered herself, who comes by WeChat already, or who works here", async () => {
    const { _id } = await familyClient(world.app)
      .somebody({ phone: RECORD_PHONE })
      .then(({ person }) => person);
    const she = await world.come();
    await world.link(she);
    expect(await world.question(she)).toBeNull();
    await PersonModel.updateOne({ _id }, { $unset: { phoneIndex: 1, phoneTailIndex: 1 }, $set: { phone: null } });

    const { recordId, she: first } = await world.asked();
    await world.answer(first);
    const second = await world.come("second");
    await world.link(second);
    expect(await world.question(second)).toBeNull();

    await PersonModel.updateOne(
      { _id: recordId },
      { $set: { memberships: [{ carePointId: world.carePointId, role: "care_point_staff" }] } },
    );
    await world.link(second);
    expect(await world.question(second)).toBeNull();
  });
});

describe("no", () => {
  test("moves nothing: the number stays with the record", async () => {
    const { recordId, she } = await world.asked();
    expect((await world.answer(she, { isMe: false })).body.data).toEqual({ merged: false });
    expect((await world.me(she)).id).toBe(she.id);
    const [mine, record] = [await PersonModel.findById(she.id).lean(), await PersonModel.findById(recordId).lean()];
    expect([mine?.phone, record?.phone === null]).toEqual([null, false]);
    expect(await world.question(she)).toBeNull();
  });

  test("can be thought over: whoever links her number again is asked again", async () => {
    const { she } = await world.asked();
    await world.answer(she, { isMe: false });
    expect((await world.answer(she)).body.data).toEqual({ merged: false });
    await world.link(she);
    expect((await world.answer(she)).body.data).toEqual({ merged: true });
  });
});

describe("yes", () => {
  test("needs the birth date that the care point has", async () => {
    const { she } = await world.asked();
    const wrong = await world.answer(she, { isMe: true, birthDate: "1948-05-07" });
    expect([wrong.status, wrong.body.error.code]).toEqual([409, "merge_birth_date_wrong"]);
    expect((await world.answer(she, { isMe: true })).body.error.code).toBe("invalid_request");
    expect((await world.me(she)).id).toBe(she.id);
  });

  test("makes one person of two: she goes on signed in, as the record, and comes back to it", async () => {
    const { recordId, she } = await world.asked();
    expect((await world.answer(she)).body.data).toEqual({ merged: true });
    expect(await world.me(she)).toMatchObject({ id: recordId, preferredName: "王阿姨", needsOnboarding: false });
    expect((await world.come()).id).toBe(recordId);
    await relayedChain(world.app);
    world.app.clock.advance(MINUTE);
    await runJob(world.app, "merge.finish-merges");
    expect(await PersonModel.exists({ _id: she.id })).toBeNull();
    expect(await PersonMergeModel.findById(she.id).lean()).toMatchObject({ state: "done" });
  });

  test("keeps what she calls herself and where she says that she lives", async () => {
    const { recordId, she } = await world.asked();
    const elsewhere = (await buildCommunity({ name: "夏荷社区" }))._id;
    const own = { preferredName: "秀兰", birthDate: RECORD_BIRTH_DATE, communityId: elsewhere };
    await world.name(she, own).expect(200);
    await world.answer(she);
    expect(await world.me(she)).toMatchObject({ id: recordId, preferredName: "秀兰", community: { id: elsewhere } });
  });

  test("brings bookings, bonds, notes and notices along", async () => {
    const { recordId, she } = await world.asked();
    const daughter = await familyClient(world.app).daughter();
    const [lunch, dinner] = [
      await buildMenu(world.app, { carePointId: world.carePointId }),
      await buildMenu(world.app, { carePointId: world.carePointId, meal: "dinner" }),
    ];
    const meals = mealsClient(world.app);
    await meals.book(she, wishFor(she, lunch));
    await meals.book(await world.asRecord(recordId), wishFor({ ...she, id: recordId }, dinner));
    await buildBond(world.app.deps, { elder: she.id, helper: daughter.id, scopes: ["meals"] });
    await buildCareNotes(world.app.deps, { personId: she.id, allergens: ["egg"] });
    await buildCareNotes(world.app.deps, { personId: recordId, allergens: ["soybean"], dietMarks: ["soft"] });
    await buildNotice(world.app, { personId: she.id });
    await world.answer(she);

    const { body } = await meals.list(she, { when: "upcoming" });
    expect(body.data.bookings.map(({ meal, bookedByLabel }: Record<string, unknown>) => [meal, bookedByLabel])).toEqual(
      [
        ["lunch", null],
        ["dinner", null],
      ],
    );
    expect((await familyClient(world.app).bonds(she)).body.data.actForMe).toHaveLength(1);
    expect((await meals.list(daughter, { when: "upcoming", elderId: recordId })).body.data.bookings).toHaveLength(2);
    const notes = (await careNotesClient(world.app).read(she)).body.data;
    expect(notes).toMatchObject({ allergens: ["soybean", "egg"], dietMarks: ["soft"] });
    const inbox = await world.inbox(she);
    expect(inbox.body.data.notices.length).toBeGreaterThan(0);
  });

  test("brings along what was cancelled, by whomever, and leaves what others cancelled on the same portion", async () => {
    const { recordId, she } = await world.asked();
    const [other, daughter] = [await familyClient(world.app).elder(), await familyClient(world.app).daughter()];
    await buildBond(world.app.deps, { elder: she.id, helper: daughter.id, scopes: ["meals"] });
    const meals = mealsClient(world.app);
    const menu = await buildMenu(world.app, { carePointId: world.carePointId, dishes: [{ portions: 1 }] });
    for (const [who, by] of [
      [other, other],
      [she, she],
      [she, daughter],
    ] as const) {
      const { body } = await meals.book(who, wishFor(who, menu));
      await meals.cancel(by, body.data.id as string).expect(200);
    }
    await world.answer(she).expect(200);

    const past = await meals.list(await world.asRecord(recordId), { when: "past" });
    const labels = past.body.data.bookings.map(({ cancelledLabel }: Record<string, unknown>) => cancelledLabel);
    expect(labels.sort()).toEqual(["女儿小敏取消了", "您取消了"]);
    const [kept] = await PortionModel.find({ sitting: menu._id, seat: trusted({ $exists: true }) }).lean();
    expect(kept?.past?.map(({ elder }) => elder)).toEqual([other.id, recordId, recordId]);
    expect(JSON.stringify(kept?.past)).not.toContain(she.id);
  });

  test("a booking given up because the other stays is hers too, among what is over", async () => {
    const { recordId, she } = await world.asked();
    const meals = mealsClient(world.app);
    const menu = await buildMenu(world.app, { carePointId: world.carePointId });
    await meals.book({ ...(await world.asRecord(recordId)), id: recordId }, wishFor({ ...she, id: recordId }, menu));
    world.app.clock.advance(1_000);
    await meals.book(she, wishFor(she, menu));
    await world.answer(she).expect(200);
    const past = await meals.list(await world.asRecord(recordId), { when: "past" });
    expect(past.body.data.bookings.map(({ state }: Record<string, unknown>) => state)).toEqual(["cancelled"]);
  });

  test("ends a bond between the two, and one of two with the same daughter", async () => {
    const { recordId, she } = await world.asked();
    const daughter = await familyClient(world.app).daughter();
    await buildBond(world.app.deps, { elder: recordId, helper: she.id });
    for (const elder of [recordId, she.id]) await buildBond(world.app.deps, { elder, helper: daughter.id });
    await world.answer(she);
    const standing = await BondModel.find({ active: true }).lean();
    expect(standing.map(({ elder, helper }) => [elder, helper])).toEqual([[recordId, daughter.id]]);
  });

  test.each([
    ["hers", "first"],
    ["the record's", "second"],
  ])("of two bookings of one meal the earlier stays: %s", async (_whose, herTurn) => {
    const { recordId, she } = await world.asked();
    const meals = mealsClient(world.app);
    const menu = await buildMenu(world.app, { carePointId: world.carePointId });
    const order = [she, { ...(await world.asRecord(recordId)), id: recordId }];
    const turns = herTurn === "first" ? order : [...order].reverse();
    const ids: string[] = [];
    for (const who of turns) {
      ids.push((await meals.book(who, wishFor(who, menu))).body.data.id as string);
      world.app.clock.advance(1_000);
    }
    await world.answer(she);
    const { body } = await meals.list(she, { when: "upcoming" });
    expect(body.data.bookings.map(({ id }: { id: string }) => id)).toEqual([ids[0]]);
    expect(await PortionModel.countDocuments({ sitting: menu._id, active: true })).toBe(1);
    const inbox = await world.inbox(she);
    const told = inbox.body.data.notices.filter(({ sentence }: { sentence: string }) =>
      sentence.includes("重复订的一份"),
    );
    expect(told).toHaveLength(1);
  });

  test("is in the audit once, with who said so", async () => {
    const { recordId, she } = await world.asked();
    for (let times = 0; times < 2; times += 1) await world.answer(she);
    const entries = (await relayedChain(world.app)).filter(({ act }) => act === "merge.answer-merge-question");
    expect(entries.map(({ actorId, forPersonId }) => [actorId, forPersonId])).toEqual([[she.id, recordId]]);
  });

  test("said many times at once is said once", async () => {
    const { recordId, she } = await world.asked();
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.answer(she)));
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect((await world.answer(she)).body.data).toEqual({ merged: true });
    expect((await world.me(she)).id).toBe(recordId);
    const entries = (await relayedChain(world.app)).filter(({ act }) => act === "merge.answer-merge-question");
    expect(entries).toHaveLength(1);
  });
});
