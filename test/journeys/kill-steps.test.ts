import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { bookingIdOf } from "@server/core/units/request-key";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { NoticeModel } from "@server/domains/notices/notice.model";
import { accountOf, buildCounter, counterClient, deliverPortionEvents } from "@test/support/counter";
import { relayedChain } from "@test/support/audit";
import { after, before, startAppOfMortals, type AppOfMortals, type Step } from "@test/support/dying";
import { MINUTE, runJob } from "@test/support/jobs";
import { wishFor } from "@test/support/meals";

jest.setTimeout(120_000);

const MORNING = "2026-11-22T02:00:00.000Z";
const PORTIONS = 3;

let mortals: AppOfMortals;
let counter: Awaited<ReturnType<typeof buildCounter>>;
let client: ReturnType<typeof counterClient>;
let day = 0;
beforeAll(async () => {
  mortals = await startAppOfMortals();
  counter = await buildCounter(mortals.app);
  client = counterClient(mortals.app);
});
afterAll(() => mortals.app.close());

/** A sitting of a date nobody used yet. */
const sitting = (): Promise<MenuDocument> =>
  counter.sitting({ serviceDate: addDays("2027-01-01", (day += 1)), dishes: [{ portions: PORTIONS }] });
const eachAtOnce = (steps: readonly Step[], play: (step: Step) => Promise<void>) => Promise.all(steps.map(play));
const NOBODY = { free: 0, booked: 0, served: 0, noShow: 0, withdrawn: 0 };

describe("R-B4, R-B5, R-B12: killed at a step and asked again, what was asked is done once", () => {
  test("a booking, and giving it back", () =>
    eachAtOnce([before(1), after(1)], async (step) => {
      const [menu, elder, key] = [await sitting(), await counter.elder(), randomUUID()];
      const call = { path: "/api/meals/bookings", token: elder.token, key, body: wishFor(elder, menu) };
      await mortals.dieDoing({ call }, step);
      const booked = await counter.client.book(elder, wishFor(elder, menu), key);
      expect([booked.status, booked.body.data.id]).toEqual([201, bookingIdOf({ actorId: elder.id, key })]);
      expect(await accountOf(menu._id)).toEqual({ ...NOBODY, free: PORTIONS - 1, booked: 1 });

      const path = `/api/meals/bookings/${booked.body.data.id as string}/cancel`;
      await mortals.dieDoing({ call: { path, token: elder.token, key: "", body: {} } }, step);
      const cancelled = await counter.client.cancel(elder, booked.body.data.id as string);
      expect([cancelled.status, cancelled.body.data.state]).toEqual([200, "cancelled"]);
      expect(await accountOf(menu._id)).toEqual({ ...NOBODY, free: PORTIONS });
    }));

  test("a check-in by code", async () => {
    const menu = await counter.sitting({ dishes: [{ portions: PORTIONS }] });
    const booked = [await counter.booked(menu), await counter.booked(menu)];
    mortals.app.clock.set("2026-11-23T03:40:00.000Z");
    const cook = { id: counter.cook.id, token: await mortals.app.signInAs(counter.cook.id) };
    for (const [n, step] of [before(1), after(1)].entries()) {
      const { code, id } = booked[n] ?? { code: "", id: "" };
      const body = { carePointId: counter.carePointId, proof: { kind: "code", code } };
      await mortals.dieDoing(
        { call: { path: "/api/meals/counter/check-ins", token: cook.token, key: "", body } },
        step,
      );
      const again = await client.checkIn(cook, counter.carePointId, { kind: "code", code });
      expect([again.status, again.body.data.row]).toEqual([200, expect.objectContaining({ state: "served" })]);
      const { outbox } = await PortionModel.findOne({ bookingId: id }).lean().orFail();
      expect(outbox?.filter(({ type }) => type === "meals.portion-served")).toHaveLength(1);
    }
    expect(await accountOf(menu._id)).toEqual({ ...NOBODY, free: PORTIONS - 2, served: 2 });
    mortals.app.clock.set(MORNING);
  });

  test("what a counter noted without a network", async () => {
    const menu = await counter.sitting({ serviceDate: "2026-11-24", dishes: [{ portions: 9 }] });
    const noted = [];
    for (const step of [after(1), after(2)])
      noted.push({ step, ids: [(await counter.booked(menu)).id, (await counter.booked(menu)).id] });
    mortals.app.clock.set("2026-11-24T03:40:00.000Z");
    const cook = { id: counter.cook.id, token: await mortals.app.signInAs(counter.cook.id) };
    const about = { kind: "check_in_by_name", reason: "断网了", happenedAt: "2026-11-24T03:35:00.000Z" };
    await Promise.all(
      noted.map(async ({ step, ids }) => {
        const acts = ids.map((bookingId) => ({ ...about, id: randomUUID(), bookingId }));
        const body = { carePointId: counter.carePointId, deviceNow: "2026-11-24T03:40:00.000Z", acts };
        await mortals.dieDoing({ call: { path: "/api/meals/counter/sync", token: cook.token, key: "", body } }, step);
        const answer = await client.sync(cook, body);
        const results = answer.body.data.results as { code: string | null }[];
        expect([answer.status, results.map(({ code }) => code)]).toEqual([200, [null, null]]);
      }),
    );
    expect(await accountOf(menu._id)).toEqual({ ...NOBODY, free: 5, served: 4 });
    mortals.app.clock.set(MORNING);
  });
});

describe("R-B12: killed at a step and never asked again, it is finished within two minutes", () => {
  test("closing a date: nothing stays free, nobody stays booked, each is told once", async () => {
    const menus = await Promise.all([after(1), after(2)].map(async (step) => ({ step, menu: await sitting() })));
    const elders: string[] = [];
    for (const { menu } of menus) for (let n = 0; n < 2; n += 1) elders.push((await counter.booked(menu)).elder.id);
    await Promise.all(
      menus.map(({ step, menu: { carePointId, serviceDate, meal } }) => {
        const body = { carePointId, serviceDate, meal, reason: "停水" };
        return mortals.dieDoing(
          { call: { path: "/api/meals/planning/closures", token: counter.manager.token, key: "", body } },
          step,
        );
      }),
    );
    mortals.app.clock.advance(2 * MINUTE);
    await runJob(mortals.app, "meals.finish-fits");
    for (const { menu } of menus) {
      const { withdrawn, ...rest } = await accountOf(menu._id);
      expect({ ...rest, isWithdrawn: withdrawn >= 2 }).toEqual({
        free: 0,
        booked: 0,
        served: 0,
        noShow: 0,
        isWithdrawn: true,
      });
    }
    await deliverPortionEvents(mortals.app);
    await deliverPortionEvents(mortals.app);
    for (const personId of elders)
      expect(await NoticeModel.countDocuments({ personId, template: "meal_cancelled_by_kitchen" })).toBe(1);
    mortals.app.clock.set(MORNING);
  });

  test("telling and writing down: each event stands in the audit once, and in her inbox once", async () => {
    for (const step of [after(1), after(2), after(3)]) {
      const { elder, id } = await counter.booked(await sitting());
      await mortals.dieDoing({ job: "outbox.relay" }, step);
      const chain = await relayedChain(mortals.app);
      expect(chain.filter(({ subject }) => subject.id === id)).toHaveLength(1);
      await deliverPortionEvents(mortals.app);
      expect(await NoticeModel.countDocuments({ personId: elder.id })).toBe(1);
    }
  });
});
