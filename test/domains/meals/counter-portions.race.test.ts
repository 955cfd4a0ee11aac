import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { database } from "@server/core/db/connect";
import { closeDate } from "@server/domains/meals/close-date";
import { MenuModel, type MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { setPortions } from "@server/domains/meals/set-portions";
import { startApp, type TestApp } from "@test/support/app";
import { accountOf, buildCounter, counterClient, deliverPortionEvents, runCounterJob } from "@test/support/counter";
import { gate, inEveryOrder } from "@test/support/interleave";
import { wishFor } from "@test/support/meals";

jest.setTimeout(120_000);

let app: TestApp;
let counter: Awaited<ReturnType<typeof buildCounter>>;
let client: ReturnType<typeof counterClient>;
let day = 0;
beforeAll(async () => {
  app = await startApp();
  counter = await buildCounter(app);
  client = counterClient(app);
});
afterAll(() => app.close());

const sitting = (portions: number): Promise<MenuDocument> =>
  counter.sitting({ serviceDate: addDays("2027-01-01", (day += 1)), dishes: [{ portions }] });
const dishOf = (menu: MenuDocument) => menu.dishes[0]?.id ?? "";
const total = ({ free, booked, served, noShow }: Awaited<ReturnType<typeof accountOf>>) =>
  free + booked + served + noShow;

describe("R-B9: how many portions there are", () => {
  const set = (menu: MenuDocument, portions: number) =>
    client.portions(counter.cook, menu._id, { dishId: dishOf(menu), portions });

  test("the same raise ten times at once adds once; a control that adds a difference adds each time", async () => {
    const menu = await sitting(5);
    const answers = await Promise.all(Array.from({ length: 10 }, () => set(menu, 8)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await accountOf(menu._id)).toMatchObject({ free: 8, withdrawn: 0 });

    const naive = database().collection("naive_portions");
    await Promise.all(Array.from({ length: 10 }, () => naive.insertMany([{}, {}, {}])));
    expect(await naive.countDocuments({})).toBeGreaterThan(3);
  });

  test("different numbers at once end at one of them, with the menu and the portions alike", async () => {
    const menu = await sitting(5);
    await Promise.all([3, 9, 4, 12, 7].map((portions) => set(menu, portions)));
    const said = (await MenuModel.findById(menu._id).lean().orFail()).dishes[0]?.portions;
    expect([3, 9, 4, 12, 7]).toContain(said);
    expect(total(await accountOf(menu._id))).toBe(said);
  });

  test("never below what is held, also while people book", async () => {
    const menu = await sitting(10);
    await counter.booked(menu);
    await counter.booked(menu);
    const refused = await set(menu, 1);
    expect([refused.status, refused.body.error.code]).toEqual([409, "portions_held"]);
    expect(await accountOf(menu._id)).toMatchObject({ free: 8, booked: 2 });
    const elders = await Promise.all(Array.from({ length: 10 }, () => counter.elder()));
    const [lowered, ...booked] = await Promise.all([
      set(menu, 4),
      ...elders.map((elder) => counter.client.book(elder, wishFor(elder, menu))),
    ]);
    const held = 2 + booked.filter(({ status }) => status === 201).length;
    const account = await accountOf(menu._id);
    expect(account.booked).toBe(held);
    const said = (await MenuModel.findById(menu._id).lean().orFail()).dishes[0]?.portions;
    expect([lowered.status, said]).toEqual(held > 4 ? [409, held] : [200, 4]);
    expect(total(account)).toBe(said);
  });

  test("cancel, withdraw, late retry: the key still says that it was cancelled, and nobody is booked", async () => {
    const menu = await sitting(1);
    const elder = await counter.elder();
    const key = randomUUID();
    const { body } = await counter.client.book(elder, wishFor(elder, menu), key);
    await counter.client.cancel(elder, body.data.id);
    expect((await set(menu, 0)).status).toBe(200);
    expect(await accountOf(menu._id)).toEqual({ free: 0, booked: 0, served: 0, noShow: 0, withdrawn: 1 });
    const late = await counter.client.book(elder, wishFor(elder, menu), key);
    expect([late.status, late.body.data.state]).toEqual([200, "cancelled"]);
    expect((await set(menu, 1)).status).toBe(200);
    expect(await accountOf(menu._id)).toMatchObject({ free: 1, withdrawn: 0 });
  });

  test("sold out takes what is free and gives it back; a portion that is cancelled meanwhile does not come up", async () => {
    const menu = await sitting(3);
    const { elder, id } = await counter.booked(menu);
    const sold = await client.soldOut(counter.cook, menu._id, dishOf(menu));
    expect(sold.body.data.dishes[0]).toMatchObject({ isSoldOut: true, counts: { booked: 1, free: 0 } });
    const late = await counter.elder();
    const refused = await counter.client.book(late, wishFor(late, menu));
    expect([refused.status, refused.body.error.code]).toEqual([409, "meal_sold_out"]);
    await counter.client.cancel(elder, id);
    await deliverPortionEvents(app);
    expect(await accountOf(menu._id)).toEqual({ free: 0, booked: 0, served: 0, noShow: 0, withdrawn: 1 });
    const back = await client.restore(counter.cook, menu._id, dishOf(menu));
    expect(back.body.data.dishes[0]).toMatchObject({ isSoldOut: false, counts: { booked: 0, free: 3 } });
  });
});

describe("killed between any two of its steps, a change is finished by the job", () => {
  test.each([
    ["raising", 6, 6],
    ["lowering", 2, 2],
  ])("%s", async (_name, portions, expected) => {
    for (let diesAt = 0; diesAt < 12; diesAt += 1) {
      const menu = await sitting(4);
      const { id, elder } = await counter.booked(menu);
      await counter.client.cancel(elder, id);
      const open = [gate(PortionModel), gate(MenuModel)];
      const act = () =>
        setPortions({ menu, dishId: dishOf(menu), portions, actorId: counter.cook.id, now: app.clock.now() });
      let isUsed = false;
      await inEveryOrder(() => {
        const actors = isUsed ? [] : [{ name: "cook", act, diesAt }];
        isUsed = true;
        return Promise.resolve({ actors, check: () => Promise.resolve() });
      });
      for (const close of open.reverse()) close();
      const wasWritten = (await MenuModel.findById(menu._id).lean().orFail()).dishes[0]?.portions === portions;
      await runCounterJob(app, "meals.finish-fits");
      const account = await accountOf(menu._id);
      expect({ diesAt, total: total(account) }).toEqual({ diesAt, total: wasWritten ? expected : 4 });
      expect((await MenuModel.findById(menu._id).lean().orFail()).fits ?? []).toEqual([]);
    }
  });

  test("closing a date", async () => {
    for (let diesAt = 1; diesAt < 14; diesAt += 1) {
      const menu = await sitting(4);
      await counter.booked(menu);
      const open = [gate(PortionModel), gate(MenuModel)];
      const { carePointId, serviceDate } = menu;
      const closing = { carePointId, serviceDate, meal: "lunch", reason: "停水", actorId: counter.manager.id } as const;
      const act = () => closeDate({ ...closing, now: app.clock.now() });
      let isUsed = false;
      await inEveryOrder(() => {
        const actors = isUsed ? [] : [{ name: "manager", act, diesAt }];
        isUsed = true;
        return Promise.resolve({ actors, check: () => Promise.resolve() });
      });
      for (const close of open.reverse()) close();
      const wasMarked = (await MenuModel.findById(menu._id).lean().orFail()).closed !== undefined;
      await runCounterJob(app, "meals.finish-fits");
      const account = await accountOf(menu._id);
      const whole = { free: 3, booked: 1, served: 0, noShow: 0, withdrawn: 0 };
      const closed = { free: 0, booked: 0, served: 0, noShow: 0, withdrawn: 1 };
      expect({ diesAt, ...account }).toEqual({ diesAt, ...(wasMarked ? closed : whole) });
    }
  });
});
