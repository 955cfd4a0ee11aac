import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { today } from "@server/core/clock";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { BatchModel } from "@server/domains/build-out/batch.model";
import { MealPointModel } from "@server/domains/build-out/meal-point.model";
import { CarePointModel, type CarePointDocument } from "@server/domains/care-points/care-point.model";
import { buildCarePoint, everyDay, offeringOf } from "@server/domains/care-points/index";
import { MenuModel } from "@server/domains/meals/menu.model";
import { startApp, type TestApp } from "@test/support/app";
import { counterClient } from "@test/support/counter";
import { mealsClient, type SignedIn } from "@test/support/meals";
import { buildBuildOutSite, COUNTY, type BuildOutSite } from "./build-out-site";

let app: TestApp;
let site: BuildOutSite;
let kitchen: ReturnType<typeof counterClient>;
beforeAll(async () => {
  app = await startApp();
  site = await buildBuildOutSite(app);
  kitchen = counterClient(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-23T02:00:00.000Z");
  await Promise.all([MealPointModel.deleteMany({}), BatchModel.deleteMany({}), CarePointModel.deleteMany({})]);
  await MenuModel.deleteMany({});
});
afterAll(() => app.close());

const entry = (id: string) => CarePointModel.findById(id).lean<CarePointDocument>().orFail();
const row = async (id: string) => {
  const { body } = await app.request.get("/api/care-points").query({ communityId: site.communityId }).expect(200);
  return (body.data.carePoints as { id: string; bookable: string[] }[]).find((one) => one.id === id);
};
const pageOf = async (id: string) => (await app.request.get(`/api/care-points/${id}`).expect(200)).body.data;

/** As `npm run new:staff` makes the first manager of a care point. */
async function newStaff(carePointId: string): Promise<SignedIn> {
  const { _id: id } = await buildPerson(app.deps, { memberships: [{ carePointId, role: "care_point_manager" }] });
  return { id, token: await app.signInAs(id) };
}

/** A resident says that she runs it, the office believes her, she chooses a password with the code she was told. */
async function claimed(carePointId: string): Promise<SignedIn> {
  const { _id: id } = await buildPerson(app.deps, { communityId: site.communityId, phone: "13800138021" });
  const send = (token: string, path: string, body: object) =>
    app.request
      .post(`/api${path}`)
      .set("Idempotency-Key", randomUUID())
      .set("Authorization", `Bearer ${token}`)
      .send(body);
  await send(await app.signInAs(id), "/claims", { placeId: carePointId, evidence: "我在这里做饭" }).expect(201);
  const officer = await app.signInAs(site.people.sun);
  const { body: waiting } = await app.request
    .get("/api/claims/office")
    .query({ regionId: COUNTY })
    .set("Authorization", `Bearer ${officer}`);
  const [{ id: claimId }] = waiting.data.claims as [{ id: string }];
  const yes = { answer: "approved", loginName: "zhoumin" };
  const { body: answered } = await send(officer, `/claims/${claimId}/answers`, yes).expect(201);
  const { code } = answered.data.invitation as { code: string };
  await app.request
    .post("/api/accounts/staff/invitations/accept")
    .send({ loginName: "zhoumin", code, password: "a password of her own" })
    .expect(({ status }) => expect(status).toBeLessThan(300));
  return { id, token: await app.signInAs(id) };
}

const planOf = (carePointId: string, dishId: string, serviceDate: string) => ({
  carePointId,
  serviceDate,
  meal: "lunch",
  servesFrom: "11:30",
  servesUntil: "12:30",
  closes: { daysBefore: 1, time: "20:00" },
  modes: ["eat_in"],
  dishes: [{ dishId, portions: 20 }],
});

async function dishOf(manager: SignedIn, carePointId: string): Promise<string> {
  const about = { name: "红烧豆腐套餐", description: "豆腐、米饭", allergens: [], dietMarks: [], priceFen: 600 };
  return (await kitchen.saveDish(manager, { carePointId, ...about })).body.data.dishId as string;
}

/** Publishes tomorrow's lunch. */
async function publishLunch(manager: SignedIn, carePointId: string): Promise<{ menuId: string; dishId: string }> {
  const dishId = await dishOf(manager, carePointId);
  const { status, body } = await kitchen.plan(manager, planOf(carePointId, dishId, addDays(today(app.clock), 1)));
  expect(status).toBe(201);
  return { menuId: body.data.menuId as string, dishId };
}

describe("the way of a new meal point ends in a booked lunch", () => {
  test.each([
    ["by the office's command", newStaff],
    ["by a claim", claimed],
  ])("its manager got the place %s", async (_, becomeManager) => {
    const id = await site.walkTo("published");
    await site.relayAll();
    expect(await row(id)).toMatchObject({ bookable: [] });

    const manager = await becomeManager(id);
    const { menuId, dishId } = await publishLunch(manager, id);
    await site.relayAll();
    expect(await row(id)).toMatchObject({ bookable: ["meals"] });
    expect((await pageOf(id)).bookable).toEqual(["meals"]);

    const client = mealsClient(app);
    const elder = { id: site.people.elder, token: await app.signInAs(site.people.elder) };
    const home = await client.home(elder, { communityId: site.communityId });
    expect(home.body.data).toMatchObject({ usualCarePoint: { id }, nextOpenMenu: { id: menuId } });
    const booked = await client.book(elder, { menuId, dishId, elderId: elder.id, mode: "eat_in" });
    expect([booked.status, booked.body.data.carePointName]).toEqual([201, "向阳助餐点"]);
    await client.cancel(elder, booked.body.data.id);
  });

  test("before its first menu it takes no elder's home page from the canteen where she can order", async () => {
    const { _id: canteen } = await buildCarePoint({
      regionId: site.communityId,
      position: { type: "Point", coordinates: [113.883, 35.3025] },
    });
    const id = await site.walkTo("published");
    await site.relayAll();
    const home = async () =>
      (await app.request.get("/api/meals/overview").query({ communityId: site.communityId })).body.data;
    expect((await home()).usualCarePoint.id).toBe(canteen);
    await publishLunch(await newStaff(id), id);
    await site.relayAll();
    expect((await home()).usualCarePoint.id).toBe(id);
  });
});

describe("a place can be ordered from with its first menu", () => {
  test("only then: a menu on the way to being published waits with the place", async () => {
    const id = await site.walkTo("plated");
    await site.relayAll();
    await publishLunch(await newStaff(id), id);
    await site.relayAll();
    expect(await entry(id)).toMatchObject({ withheld: { why: "not_plated" }, offerings: [{ isBookable: true }] });
    expect(await row(id)).toBeUndefined();
    await site.post("sun", "/batches", { regionId: COUNTY, name: "第一批", mealPointIds: [id] });
    await site.relayAll();
    expect(await row(id)).toMatchObject({ bookable: ["meals"] });
  });

  test("one change, however many menus and however often it is told", async () => {
    const id = await site.walkTo("published");
    await site.relayAll();
    const { version } = await entry(id);
    const manager = await newStaff(id);
    const { dishId } = await publishLunch(manager, id);
    for (const ahead of [2, 3]) {
      await kitchen.plan(manager, planOf(id, dishId, addDays(today(app.clock), ahead)));
    }
    await Promise.all([site.relayAll(), site.relayAll()]);
    await kitchen.plan(manager, planOf(id, dishId, addDays(today(app.clock), 4)));
    await site.relayAll();
    expect(await entry(id)).toMatchObject({ version: version + 1, offerings: [{ isBookable: true }] });
  });

  test("a copied week does it, too; a day on which nothing is cooked does not", async () => {
    const { _id: id } = await buildCarePoint({ regionId: site.communityId, offerings: [stillClosed()] });
    const manager = await newStaff(id);
    await kitchen.close(manager, { carePointId: id, serviceDate: addDays(today(app.clock), 1) });
    await site.relayAll();
    expect((await entry(id)).offerings).toMatchObject([{ isBookable: false }]);
    const dishId = await dishOf(manager, id);
    await kitchen.plan(manager, planOf(id, dishId, addDays(today(app.clock), 2)));
    await site.relayAll();
    await CarePointModel.updateOne({ _id: id }, { $set: { offerings: [stillClosed()] } });
    const weekOf = addDays(today(app.clock), 7);
    const copied = await kitchen.copyWeek(manager, { carePointId: id, fromWeekOf: today(app.clock), weekOf });
    expect(copied.body.data.copied).toBe(1);
    await site.relayAll();
    expect((await entry(id)).offerings).toMatchObject([{ isBookable: true }]);
  });

  test("where no meals are on the entry nobody publishes a menu: it is said who has to say yes first", async () => {
    const { _id: id } = await buildCarePoint({ regionId: site.communityId, services: ["day_care"] });
    const manager = await newStaff(id);
    const dishId = await dishOf(manager, id);
    const plan = planOf(id, dishId, addDays(today(app.clock), 1));
    const refused = await kitchen.plan(manager, plan);
    expect([refused.status, refused.body.error.code]).toEqual([409, "no_meals_here"]);
    const week = { carePointId: id, fromWeekOf: today(app.clock), weekOf: addDays(today(app.clock), 7) };
    const copied = await kitchen.copyWeek(manager, week);
    expect([copied.status, copied.body.error.code]).toEqual([409, "no_meals_here"]);
    expect(await MenuModel.countDocuments({ carePointId: id })).toBe(0);
    expect((await entry(id)).services).toEqual(["day_care"]);
  });
});

const stillClosed = () => ({
  ...offeringOf("meals", everyDay({ opens: "10:30", closes: "13:00" })),
  isBookable: false,
});
