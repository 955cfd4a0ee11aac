import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { CounterActModel } from "@server/domains/meals/counter-act.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { accountOf, runCounterJob } from "@test/support/counter";
import { eveningBefore, type CounterStage } from "@test/support/counter-stage";

/** Minutes after 11:30 of the day on which it is eaten. */
const at = (minutes: number) => new Date(Date.parse("2026-11-23T03:30:00.000Z") + minutes * 60_000).toISOString();
const END = 90;

let app: TestApp;
let stage: CounterStage;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  stage = await eveningBefore(app);
});
afterAll(() => app.close());

type Act = Readonly<Record<string, unknown>>;
const served = (bookingId: string, minutes: number): Act => ({
  id: randomUUID(),
  kind: "check_in_by_name",
  bookingId,
  reason: "断网了",
  happenedAt: at(minutes),
});
const undone = (bookingId: string, minutes: number): Act => ({
  id: randomUUID(),
  kind: "undo_check_in",
  bookingId,
  happenedAt: at(minutes),
});

async function sync(acts: readonly Act[], now: number, deviceOff = 0) {
  app.clock.set(at(now));
  const cook = { id: stage.counter.cook.id, token: await app.signInAs(stage.counter.cook.id) };
  const { status, body } = await stage.client.sync(cook, {
    carePointId: stage.counter.carePointId,
    deviceNow: at(now + deviceOff),
    acts,
  });
  expect(status).toBe(200);
  return body.data as {
    results: { outcome: string; code: string | null; happenedAt: string }[];
    clockOffSeconds: number;
  };
}
const stateOf = async (bookingId: string) => (await PortionModel.findOne({ bookingId }).lean())?.state;

describe("what the counter did without a connection", () => {
  test("arrives after the end of serving, after the job noted a no-show, and wins", async () => {
    const [came, never] = [await stage.counter.booked(stage.menu), await stage.counter.booked(stage.menu)];
    app.clock.set(at(END + 1));
    await runCounterJob(app, "meals.mark-no-shows");
    expect(await accountOf(stage.menu._id)).toMatchObject({ noShow: 2 });
    const { results } = await sync([served(came.id, 20)], END + 60);
    expect(results.map(({ outcome }) => outcome)).toEqual(["done"]);
    expect([await stateOf(came.id), await stateOf(never.id)]).toEqual(["served", "no_show"]);
  });

  test("twice gives the same answers and does nothing; also when the answers were not kept", async () => {
    const { id } = await stage.counter.booked(stage.menu);
    const acts = [served(id, 10), undone(id, 11)];
    const first = await sync(acts, 30);
    expect(first.results.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
    expect((await sync(acts, 31)).results).toEqual(first.results);
    await CounterActModel.deleteMany({});
    expect((await sync(acts, 32)).results.map(({ outcome }) => outcome)).toEqual(["overtaken", "already"]);
    expect(await stateOf(id)).toBe("booked");
  });

  test.each([
    ["in one batch, turned round", 1],
    ["in two batches, the later act first", 2],
  ])("out of order, %s, comes out as it happened", async (_name, batches) => {
    const { id } = await stage.counter.booked(stage.menu);
    const [first, second, third] = [served(id, 10), undone(id, 11), served(id, 15)];
    if (batches === 1) await sync([third, second, first], 30);
    else {
      await sync([second], 30);
      expect((await sync([first], 31)).results[0]?.outcome).toBe("overtaken");
      await sync([third], 32);
    }
    const portion = await PortionModel.findOne({ bookingId: id }).lean().orFail();
    expect([portion.state, portion.servedAt?.toISOString()]).toEqual(["served", at(15)]);
  });

  test("a device ten minutes off is put right by the difference, told so, and judged by the server's clock", async () => {
    const [a, b] = [await stage.counter.booked(stage.menu), await stage.counter.booked(stage.menu)];
    // Ten minutes fast: what it calls five after the end was five before it.
    const fast = await sync([served(a.id, END + 5)], END + 30, 10);
    expect(fast).toMatchObject({ clockOffSeconds: 600, results: [{ outcome: "done", happenedAt: at(END - 5) }] });
    // Ten minutes slow: what it calls five before the end was five after it.
    const slow = await sync([served(b.id, END - 5)], END + 30, -10);
    expect(slow).toMatchObject({
      clockOffSeconds: -600,
      results: [{ outcome: "refused", code: "serving_over", happenedAt: at(END + 5) }],
    });
    expect(await CounterActModel.countDocuments({ actorId: stage.counter.cook.id })).toBe(2);
  });

  test("a typed code is compared here; another care point's booking does not exist; walk-ins come once", async () => {
    const [a, b] = [await stage.counter.booked(stage.menu), await stage.counter.booked(stage.menu)];
    const other = await stage.counter.booked(await stage.counter.sitting({ carePointId: stage.counter.elsewhere }));
    const typed = (bookingId: string, code: string): Act => ({
      id: randomUUID(),
      kind: "check_in",
      bookingId,
      code,
      happenedAt: at(5),
    });
    const dishId = stage.menu.dishes[0]?.id ?? "";
    const guest = { kind: "guest" };
    const walkIn = { id: randomUUID(), kind: "walk_in", menuId: stage.menu._id, dishId, mode: "eat_in", who: guest };
    const acts = [
      typed(a.id, a.code),
      typed(b.id, b.code === "000000" ? "000001" : "000000"),
      served(other.id, 5),
      { ...walkIn, happenedAt: at(6) },
    ];
    const { results } = await sync(acts, 30);
    expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ["done", null],
      ["refused", "code_unknown"],
      ["refused", "not_found"],
      ["done", null],
    ]);
    await CounterActModel.deleteMany({});
    await sync(acts, 31);
    expect(await accountOf(stage.menu._id)).toEqual({ free: 7, booked: 1, served: 2, noShow: 0, withdrawn: 0 });
  });
});

test("the job notes who did not come only after the end of serving, each once", async () => {
  const { id } = await stage.counter.booked(stage.menu);
  app.clock.set(at(END - 1));
  await runCounterJob(app, "meals.mark-no-shows");
  expect(await stateOf(id)).toBe("booked");
  app.clock.set(at(END));
  await Promise.all([1, 2, 3].map(() => runCounterJob(app, "meals.mark-no-shows")));
  const portion = await PortionModel.findOne({ bookingId: id }).lean().orFail();
  expect(portion.state).toBe("no_show");
  expect(portion.outbox?.filter(({ type }) => type === "meals.portion-missed")).toHaveLength(1);
});
