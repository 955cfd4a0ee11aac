import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays, instantAt } from "@shared/core/dates";
import { today } from "@server/core/clock";
import { relay } from "@server/core/outbox/relay";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { portionEvents } from "@server/domains/meals/portion-events";
import { remindOfTomorrow } from "@server/domains/meals/remind-of-tomorrow";
import { startApp, type TestApp } from "@test/support/app";
import { buildLunchWorld, type LunchWorld } from "@test/support/lunch-world";
import { mealsClient, wishFor, type SignedIn } from "@test/support/meals";

let app: TestApp;
let world: LunchWorld;
let elder: SignedIn;
beforeAll(async () => {
  app = await startApp();
  world = await buildLunchWorld(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  const { _id: id } = await buildPerson(app.deps, { communityId: world.community._id });
  elder = { id, token: await app.signInAs(id) };
});

const inbox = async () => {
  const { body } = await app.request.get("/api/notices").set("Authorization", `Bearer ${elder.token}`);
  return body.data as { notices: { title: string; sentence: string; isRead: boolean }[]; unread: number };
};
const lunchIn = (days: number) =>
  buildMenu(app, { carePointId: world.canteen._id, serviceDate: addDays(today(app.clock), days), meal: "lunch" });
const book = async (days: number) => {
  const { body } = await mealsClient(app).book(elder, wishFor(elder, await lunchIn(days)));
  return (body.data as { id: string }).id;
};
const deliver = () => relay({ source: portionEvents, deps: app.deps });

describe("a booking of her own", () => {
  test("stands in her inbox as known, once however often it is delivered", async () => {
    await book(1);
    await deliver();
    await deliver();
    const { notices, unread } = await inbox();
    expect(notices.map(({ title, isRead }) => [title, isRead])).toEqual([["订好了", true]]);
    expect(unread).toBe(0);
  });

  test("that she cancelled before anybody could tell her is not told", async () => {
    const bookingId = await book(1);
    await mealsClient(app).cancel(elder, bookingId);
    await deliver();
    expect((await inbox()).notices).toEqual([]);
  });
});

describe("the evening before", () => {
  const eveningBefore = () => {
    const evening = instantAt({ date: today(app.clock), time: "18:00" });
    if (evening > app.clock.now()) app.clock.advance(evening - app.clock.now());
  };

  test("reminds of tomorrow's meal in a sentence, once, and of no other day", async () => {
    await book(1);
    await book(2);
    eveningBefore();
    await remindOfTomorrow(app.deps);
    await remindOfTomorrow(app.deps);
    const reminders = (await inbox()).notices.filter(({ title }) => title === "别忘了吃饭");
    expect(reminders).toHaveLength(1);
    expect(reminders[0]?.sentence).toContain(`${world.canteen.name}的`);
    expect(reminders[0]?.sentence).toContain("午饭");
  });

  test("says nothing of what was cancelled", async () => {
    const bookingId = await book(1);
    await mealsClient(app).cancel(elder, bookingId);
    eveningBefore();
    await remindOfTomorrow(app.deps);
    expect((await inbox()).notices.filter(({ title }) => title === "别忘了吃饭")).toEqual([]);
  });
});
