import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildCareNotes } from "@server/domains/care-notes/care-notes.builders";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildBond } from "@server/domains/family/family.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { buildCommunity, buildRegion } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { accountOf, buildCounter, counterClient, deliverPortionEvents } from "@test/support/counter";
import { familyClient } from "@test/support/family";
import { wishFor, type SignedIn } from "@test/support/meals";

let app: TestApp;
let counter: Awaited<ReturnType<typeof buildCounter>>;
let client: ReturnType<typeof counterClient>;
let menu: MenuDocument;
let elder: SignedIn;
beforeAll(async () => {
  app = await startApp();
  client = counterClient(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-22T02:00:00.000Z");
  counter = await buildCounter(app);
  menu = await counter.sitting({ dishes: [{ portions: 3 }] });
  elder = await counter.elder();
});
afterAll(() => app.close());

const orderFor = (residentId: string, overrides: object = {}) => ({
  menuId: menu._id,
  dishId: menu.dishes[0]?.id ?? "",
  mode: "pick_up",
  residentId,
  ...overrides,
});
const ringsUp = (overrides: object = {}, key?: string) =>
  client.ringsUp(counter.cook, orderFor(elder.id, overrides), key);
const told = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];

describe("a cook books for a resident who rings up", () => {
  test("it is her booking, she reads who made it, and the code is the one that the counter takes", async () => {
    const { status, body } = await ringsUp();
    expect(status).toBe(201);
    expect(mealCounterContract.endpoints.bookForResident.response.parse(body.data)).toEqual(body.data);
    const { bookingId, code } = body.data as { bookingId: string; code: string };
    const hers = (await counter.client.read(elder, bookingId)).body.data;
    expect(hers).toMatchObject({ mode: "pick_up", state: "booked", code, bookedByLabel: "李师傅替您订的" });
    const [row] = (await client.roster(counter.cook, menu._id)).body.data.rows;
    expect(row).toMatchObject({ bookingId, codeTail: code.slice(-2), isBookedByOther: true });
    app.clock.set("2026-11-23T03:40:00.000Z");
    const cook = { id: counter.cook.id, token: await app.signInAs(counter.cook.id) };
    const handedOut = await client.checkIn(cook, counter.carePointId, { kind: "code", code });
    expect(handedOut.body.data.row).toMatchObject({ bookingId, state: "served" });
  });

  test("the audit names the cook, the resident and the care point", async () => {
    const before = (await relayedChain(app)).length;
    const { body } = await ringsUp();
    const entries = (await relayedChain(app)).slice(before);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      act: "meal-counter.book-for-resident",
      actorId: counter.cook.id,
      subject: { type: "meal-booking", id: body.data.bookingId },
      forPersonId: elder.id,
      carePointId: counter.carePointId,
    });
  });

  test("she is told in words, once, as somebody's act and not as her own", async () => {
    await ringsUp();
    await deliverPortionEvents(app);
    await deliverPortionEvents(app);
    const inbox = await app.request.get("/api/notices").set("Authorization", `Bearer ${elder.token}`);
    const sentences = (inbox.body.data.notices as { sentence: string }[]).map(({ sentence }) => sentence);
    expect(sentences).toEqual(["李师傅替您订了11月23日 星期一 午饭，春风社区食堂的红烧豆腐套餐。"]);
    expect((await familyClient(app).acts(elder)).body.data.acts).toHaveLength(1);
  });

  test("a cook's own meal is her own: nobody acted for her", async () => {
    const { body } = await ringsUp({ residentId: counter.cook.id });
    await deliverPortionEvents(app);
    const own = (await counter.client.read(counter.cook, body.data.bookingId)).body.data;
    expect(own.bookedByLabel).toBeNull();
    expect((await familyClient(app).acts(counter.cook)).body.data.acts).toEqual([]);
  });

  test("the same request three times is one booking; another wish under its key is refused", async () => {
    const key = randomUUID();
    const answers = await Promise.all([ringsUp({}, key), ringsUp({}, key), ringsUp({}, key)]);
    expect(new Set(answers.map(({ body }) => body.data.bookingId)).size).toBe(1);
    expect(await accountOf(menu._id)).toMatchObject({ booked: 1, free: 2 });
    expect(told(await ringsUp({ mode: "eat_in" }, key))).toEqual([422, "key_reused"]);
  });

  test("after she cancelled, a late copy of the request books nothing", async () => {
    const key = randomUUID();
    const { body } = await ringsUp({}, key);
    await counter.client.cancel(elder, body.data.bookingId).expect(200);
    expect(told(await ringsUp({}, key))).toEqual([409, "state_changed"]);
    expect(await accountOf(menu._id)).toMatchObject({ booked: 0, free: 3 });
  });
});

describe("by the rules of a booking of her own", () => {
  test("one meal a person, wherever it is: told in the cook's words", async () => {
    const elsewhere = await counter.sitting({ carePointId: counter.elsewhere });
    await counter.client.book(elder, wishFor(elder, elsewhere)).expect(201);
    expect(told(await ringsUp())).toEqual([409, "has_one_already"]);
    expect(await accountOf(menu._id)).toMatchObject({ booked: 0 });
  });

  test("three portions, eight callers at once: three hold one, five are told that the dish is gone", async () => {
    const callers = await Promise.all(Array.from({ length: 8 }, () => counter.elder()));
    const answers = await Promise.all(
      callers.map(({ id }, place) => client.ringsUp(place % 2 ? counter.cook : counter.manager, orderFor(id))),
    );
    expect(answers.map(told).sort()).toEqual([
      ...Array.from({ length: 3 }, () => [201, undefined]),
      ...Array.from({ length: 5 }, () => [409, "dish_gone"]),
    ]);
    expect(await accountOf(menu._id)).toMatchObject({ booked: 3, free: 0 });
  });

  test("until the cut-off, to the millisecond", async () => {
    const other = await counter.elder();
    app.clock.set("2026-11-22T11:59:59.999Z");
    const cook = { id: counter.cook.id, token: await app.signInAs(counter.cook.id) };
    expect((await client.ringsUp(cook, orderFor(other.id))).status).toBe(201);
    app.clock.advance(1);
    expect(told(await client.ringsUp(cook, orderFor(elder.id)))).toEqual([409, "ordering_over"]);
  });

  test("not on a date that the kitchen closed", async () => {
    const { carePointId, manager } = counter;
    await client.close(manager, { carePointId, serviceDate: menu.serviceDate }).expect(200);
    expect(told(await ringsUp())).toEqual([409, "date_closed"]);
  });

  test("a way of eating that is not offered, a dish that is not on the menu", async () => {
    menu = await counter.sitting({ meal: "dinner", modes: ["eat_in"] });
    expect(told(await ringsUp())).toEqual([422, "invalid_request"]);
    expect(told(await ringsUp({ mode: "eat_in", dishId: "no-such-dish" }))).toEqual([404, "not_found"]);
  });
});

describe("who may, and for whom", () => {
  test("staff of that care point only; a resident rings up, she does not order at the counter", async () => {
    expect(told(await client.ringsUp(counter.stranger, orderFor(elder.id)))).toEqual([403, "forbidden"]);
    expect(told(await client.ringsUp(elder, orderFor(elder.id)))).toEqual([403, "forbidden"]);
    const { carePointId } = counter;
    expect(told(await client.menuFor(counter.stranger, elder.id, { carePointId }))).toEqual([403, "forbidden"]);
  });

  test("only for whom the care point may find", async () => {
    const farTown = await buildRegion({ parentId: "xinxiang-muye" });
    const communityId = (await buildCommunity({ parentId: farTown._id }))._id;
    await buildCarePoint({ regionId: communityId });
    const { _id: far } = await buildPerson(app.deps, { communityId });
    const { carePointId } = counter;
    for (const residentId of [far, randomUUID()]) {
      expect(told(await client.ringsUp(counter.cook, orderFor(residentId)))).toEqual([404, "not_found"]);
      expect(told(await client.menuFor(counter.cook, residentId, { carePointId }))).toEqual([404, "not_found"]);
    }
  });
});

describe("the menu before the cook", () => {
  const warningsFor = async (who: SignedIn) => {
    const { body } = await client.menuFor(who, elder.id, { carePointId: counter.carePointId });
    return (body.data.menu.dishes as { warnings: string[] }[]).flatMap(({ warnings }) => warnings);
  };

  test("is the next open one with its days", async () => {
    const { status, body } = await client.menuFor(counter.cook, elder.id, { carePointId: counter.carePointId });
    expect(status).toBe(200);
    expect(mealCounterContract.endpoints.getMenuForResident.response.parse(body.data)).toEqual(body.data);
    expect(body.data.menu).toMatchObject({ id: menu._id, isOpen: true });
    expect(body.data.days).toHaveLength(1);
  });

  test("warns of her notes only whom she lets see them, and never of the cook's own", async () => {
    await buildCareNotes(app.deps, { personId: counter.cook.id });
    await buildCareNotes(app.deps, { personId: elder.id });
    expect(await warningsFor(counter.cook)).toEqual([]);
    await buildBond(app.deps, { elder: elder.id, helper: counter.cook.id, scopes: ["meals"] });
    expect(await warningsFor(counter.cook)).toEqual([]);
    await buildBond(app.deps, { elder: elder.id, helper: counter.manager.id, scopes: ["care_notes"] });
    expect(await warningsFor(counter.manager)).toEqual(["含大豆，登记过对大豆过敏"]);
  });
});
