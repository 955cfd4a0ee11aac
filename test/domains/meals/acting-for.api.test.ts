import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { mealsContract } from "@shared/domains/meals/meals.contract";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildBond } from "@server/domains/family/family.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { portionEvents } from "@server/domains/meals/portion-events";
import { PortionModel } from "@server/domains/meals/portion.model";
import { relay } from "@server/core/outbox/relay";
import { startApp, type TestApp } from "@test/support/app";
import { familyClient, type Known } from "@test/support/family";
import { countPortions, mealsClient, wishFor } from "@test/support/meals";

const TOLD = "女儿小敏替您订了11月23日 星期一 午饭，春风社区食堂的红烧豆腐套餐";
let app: TestApp;
let meals: ReturnType<typeof mealsClient>;
let family: ReturnType<typeof familyClient>;
let elder: Known;
let daughter: Known;
let menu: MenuDocument;
beforeAll(async () => {
  app = await startApp();
  meals = mealsClient(app);
  family = familyClient(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-22T02:00:00.000Z");
  [elder, daughter, menu] = [await family.elder(), await family.daughter(), await buildMenu(app)];
});
afterAll(() => app.close());

const bind = (overrides: Partial<Parameters<typeof buildBond>[1]> = {}) =>
  buildBond(app.deps, { elder: elder.id, helper: daughter.id, ...overrides });
const bookForHer = () => meals.book(daughter, wishFor(elder, menu));
const upcoming = (who: Known, query: Record<string, string> = {}) => meals.list(who, { when: "upcoming", ...query });
const refusal = ({ status, body }: { status: number; body: { error?: { code: string; message: string } } }) => [
  status,
  body.error?.code,
  body.error?.message,
];
const actsOf = async (who: Known): Promise<string[]> => {
  await relay({ source: portionEvents, deps: app.deps });
  return (await family.acts(who)).body.data.acts.map(({ sentence }: { sentence: string }) => sentence);
};

describe("the daughter books for her mother", () => {
  test("the booking is the mother's, and each of the two reads who made it", async () => {
    await bind();
    const { status, body } = await bookForHer();
    expect([status, body.data.bookedByLabel, body.data.abilities]).toEqual([201, "您替王阿姨订的", { cancel: true }]);
    const hers = await meals.read(elder, body.data.id);
    expect(hers.body.data).toEqual({ ...body.data, bookedByLabel: "女儿小敏替您订的" });
    expect(mealsContract.endpoints.getMealBooking.response.parse(hers.body.data)).toEqual(hers.body.data);
    const portion = await PortionModel.findOne({ elder: elder.id }).lean();
    expect([portion?.bookedBy, portion?.bookedAs]).toEqual([daughter.id, "daughter"]);
    expect((await upcoming(daughter)).body.data.bookings).toEqual([]);
    expect((await upcoming(elder)).body.data.bookings).toEqual([hers.body.data]);
  });

  test("what she booked herself carries no word for her, and says so to the daughter", async () => {
    await bind();
    const { body } = await meals.book(elder, wishFor(elder, menu));
    expect(body.data.bookedByLabel).toBeNull();
    const shown = await upcoming(daughter, { elderId: elder.id });
    expect(shown.body.data.bookings).toEqual([{ ...body.data, bookedByLabel: "王阿姨自己订的" }]);
  });

  test("what the daughter booked, the son sees by name", async () => {
    await bind();
    const son = await family.somebody({ preferredName: "大明" });
    await bind({ helper: son.id, relation: "son" });
    const { body } = await bookForHer();
    expect((await meals.read(son, body.data.id)).body.data.bookedByLabel).toBe("女儿小敏替王阿姨订的");
  });

  test("one meal a person, whoever books it", async () => {
    await bind();
    const hers = await meals.book(elder, wishFor(elder, menu));
    const second = await bookForHer();
    expect([second.status, second.body.error.code, second.body.error.existing]).toEqual([
      409,
      "already_booked",
      hers.body.data.id,
    ]);
    expect((await meals.book(daughter, wishFor(daughter, menu))).status).toBe(201);
  });

  test("the same request again has one effect and one answer, and another body under its key is refused", async () => {
    await bind();
    const key = randomUUID();
    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(await meals.book(daughter, wishFor(elder, menu), key));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body.data)}`)).size).toBe(1);
    const forHerself = await meals.book(daughter, wishFor(daughter, menu), key);
    expect([forHerself.status, forHerself.body.error.code]).toEqual([422, "key_reused"]);
    expect(await countPortions(menu._id)).toMatchObject({ held: 1 });
  });

  test("either of them cancels what either of them booked", async () => {
    await bind();
    const first = await bookForHer();
    expect((await meals.cancel(elder, first.body.data.id)).body.data.state).toBe("cancelled");
    const second = await meals.book(elder, wishFor(elder, menu));
    const cancelled = await meals.cancel(daughter, second.body.data.id);
    expect([cancelled.status, cancelled.body.data.state]).toEqual([200, "cancelled"]);
    expect((await meals.read(elder, first.body.data.id)).body.data.bookedByLabel).toBe("女儿小敏替您订的");
    expect(await countPortions(menu._id)).toMatchObject({ held: 0 });
  });

  test("her lists and her home page follow, with 再来一份", async () => {
    await bind();
    const { _id: carePointId } = await buildCarePoint();
    const eaten = await buildMenu(app, { carePointId });
    await meals.book(elder, wishFor(elder, eaten));
    app.clock.set("2026-11-23T06:00:00.000Z");
    await buildMenu(app, { carePointId, serviceDate: "2026-11-25" });
    const hers = await meals.home(elder);
    const seen = await meals.home(daughter, { elderId: elder.id });
    expect(hers.body.data.repeat.order).not.toBeNull();
    expect(seen.body.data).toEqual(hers.body.data);
    expect((await meals.home(daughter)).body.data.repeat).toBeNull();
    const past = await meals.list(daughter, { when: "past", elderId: elder.id });
    expect(past.body.data.bookings).toHaveLength(1);
    const again = await meals.book(daughter, { ...seen.body.data.repeat.order, elderId: elder.id });
    expect([again.status, again.body.data.bookedByLabel]).toEqual([201, "您替王阿姨订的"]);
    expect((await meals.home(daughter, { elderId: elder.id })).body.data.nextBooking.id).toBe(again.body.data.id);
  });
});

describe("without a right to it", () => {
  const everything = async (who: Known, bookingId: string) => [
    refusal(await meals.book(who, wishFor(elder, menu))),
    refusal(await upcoming(who, { elderId: elder.id })),
    refusal(await meals.home(who, { elderId: elder.id })),
    refusal(await meals.read(who, bookingId)),
    refusal(await meals.cancel(who, bookingId)),
  ];
  const cases: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["never bound", () => Promise.resolve()],
    ["bound for other things", () => bind({ scopes: ["care_notes"] })],
    ["bound the other way round", () => buildBond(app.deps, { elder: daughter.id, helper: elder.id })],
    ["withdrawn", async () => family.withdraw(elder, (await bind())._id)],
    [
      "over by time",
      async () => {
        await bind({ lasts: "month" });
        app.clock.set("2026-12-22T16:00:00.000Z");
      },
    ],
  ];

  test.each(cases)("%s: as absent as an elder and a booking that never were", async (_title, prepare) => {
    const { body } = await meals.book(elder, wishFor(elder, menu));
    await prepare();
    const notThere = refusal(await meals.read(daughter, "no-such-booking"));
    expect(notThere.slice(0, 2)).toEqual([404, "not_found"]);
    const nobody = await upcoming(daughter, { elderId: "nobody" });
    expect(refusal(nobody)).toEqual(notThere);
    expect(await everything(daughter, body.data.id)).toEqual(Array.from({ length: 5 }, () => notThere));
    expect(await countPortions(menu._id)).toMatchObject({ held: 1, refusals: 0 });
  });

  test("a guest who names an elder is asked to sign in", async () => {
    const { status, body } = await app.request.get("/api/meals/overview").query({ elderId: elder.id });
    expect([status, body.error.code]).toEqual([401, "sign_in_required"]);
  });

  test("a booking made by a bond stays the elder's when the bond ends", async () => {
    const { _id } = await bind();
    const { body } = await bookForHer();
    await family.withdraw(elder, _id);
    expect((await meals.read(elder, body.data.id)).body.data).toMatchObject({
      state: "booked",
      bookedByLabel: "女儿小敏替您订的",
    });
    expect((await meals.cancel(daughter, body.data.id)).status).toBe(404);
  });
});

describe("the elder is told", () => {
  test("of each act, in words, by whom and when, once; of her own not", async () => {
    await bind();
    const { body } = await bookForHer();
    app.clock.advance(60_000);
    await meals.cancel(daughter, body.data.id);
    const own = await meals.book(elder, wishFor(elder, menu));
    await meals.cancel(elder, own.body.data.id);
    const portions = await PortionModel.find({ sitting: menu._id, "outbox.id": { $exists: true } } as never).lean();
    expect(await actsOf(elder)).toEqual([TOLD.replace("订了", "取消了"), TOLD]);
    for (const { _id, outbox } of portions) await PortionModel.updateOne({ _id }, { $set: { outbox } });
    expect(await actsOf(elder)).toHaveLength(2);
    const acts = (await family.acts(elder)).body.data.acts;
    expect(acts.map(({ atLabel }: { atLabel: string }) => atLabel)).toEqual(["今天 10:01", "今天 10:00"]);
    expect(await actsOf(daughter)).toEqual([]);
  });

  test("in her inbox too, once, with the booking and whom to ring", async () => {
    await bind();
    const { body } = await bookForHer();
    await actsOf(elder);
    await actsOf(elder);
    const inbox = await app.request.get("/api/notices").set("Authorization", `Bearer ${elder.token}`);
    const told = inbox.body.data.notices.filter(({ bookingId }: { bookingId: string }) => bookingId === body.data.id);
    expect(told).toMatchObject([{ sentence: `${TOLD}。`, carePointName: "春风社区食堂" }]);
  });

  test("the audit has who did it and for whom", async () => {
    await bind();
    const { body } = await bookForHer();
    const portion = await PortionModel.findOne({ bookingId: body.data.id }).lean();
    expect(portion?.outbox?.at(-1)?.audit).toEqual({
      act: "meals.book-meal",
      actorId: daughter.id,
      subject: { type: "meal-booking", id: body.data.id },
      forPersonId: elder.id,
      carePointId: menu.carePointId,
    });
  });
});
