import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addDays, instantAt } from "@shared/core/dates";
import { judgeAct, type Machine, type Verdict } from "@shared/core/machine";
import { markNoShow } from "@server/domains/meals/mark-no-show";
import { AppError } from "@server/core/app-error";
import {
  portionMachine,
  UNDO_MS,
  type PortionAct,
  type PortionMoment,
  type PortionRole,
  type PortionState,
} from "@server/domains/meals/portion.machine";
import { PortionModel, type PortionDocument } from "@server/domains/meals/portion.model";
import { MenuModel, type MenuDocument } from "@server/domains/meals/menu.model";
import { startApp, type TestApp } from "@test/support/app";
import { buildCounter, counterClient } from "@test/support/counter";
import { wishFor, type SignedIn } from "@test/support/meals";

const machine: Machine<PortionAct, PortionState, PortionRole, PortionMoment> = portionMachine;
const states = ["free", "booked", "served", "no_show", "withdrawn"] as const;
type Who = PortionRole | "other_elder" | "other_staff";
const whos = ["holder", "staff", "job", "other_elder", "other_staff"] as const;

/** Moments around each border, in milliseconds from it. */
const hours = {
  "before the cut-off": { of: "closesAt", off: -1 },
  "at the cut-off": { of: "closesAt", off: 0 },
  "before the end": { of: "servesUntil", off: -1 },
  "at the end": { of: "servesUntil", off: 0 },
} as const;
type Hour = keyof typeof hours;
const sinceServed = { "within two minutes": UNDO_MS - 1, "after two minutes": UNDO_MS } as const;
type Since = keyof typeof sinceServed;

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

interface Stage {
  readonly menu: MenuDocument;
  readonly elder: SignedIn;
  readonly bookingId: string;
  readonly dishId: string;
  readonly now: number;
  readonly moments: Readonly<Partial<Record<PortionMoment, number>>>;
}

/** One portion in a state, at an hour. */
async function setStage(state: PortionState, hour: Hour, since: Since, isWalkIn: boolean): Promise<Stage> {
  app.clock.set("2026-11-22T02:00:00.000Z");
  const serviceDate = addDays("2027-01-01", (day += 1));
  const closesAt = instantAt({ date: serviceDate, time: "09:00" });
  const menu = await counter.sitting({ serviceDate, closesAt, dishes: [{ portions: 1 }] });
  const dishId = menu.dishes[0]?.id ?? "";
  const { elder, id: bookingId } = await counter.booked(menu);
  const borders = { closesAt, servesUntil: instantAt({ date: serviceDate, time: "13:00" }) };
  const now = borders[hours[hour].of] + hours[hour].off;
  const servedAt = now - sinceServed[since];
  const served = { servedAt: new Date(servedAt), servedBy: isWalkIn ? "walk_in" : "code" };
  const unset = { active: 1, settled: 1, state: 1, bookingId: 1, elder: 1, code: 1 };
  if (state === "served" || state === "no_show") {
    await PortionModel.updateOne({ bookingId }, { $set: { state, ...(state === "served" ? served : {}) } });
  }
  if (state === "free" || state === "withdrawn") {
    await PortionModel.updateOne(
      { bookingId },
      { $unset: unset, ...(state === "withdrawn" ? { $set: { withdrawn: true } } : {}) },
    );
  }
  app.clock.set(new Date(now).toISOString());
  const moments = { ...borders, ...(state === "served" ? { servedAt } : {}) };
  const fresh = { id: elder.id, token: await app.signInAs(elder.id) };
  return { menu, elder: fresh, bookingId, dishId, now, moments };
}

const tokenOf = async ({ id }: SignedIn): Promise<SignedIn> => ({ id, token: await app.signInAs(id) });

async function actor(who: Who, { elder }: Stage): Promise<SignedIn> {
  if (who === "holder") return elder;
  if (who === "other_elder") return counter.elder();
  return tokenOf(who === "other_staff" ? counter.stranger : counter.cook);
}

async function attempt(act: PortionAct, who: Who, stage: Stage): Promise<string> {
  const { menu, bookingId, dishId, elder } = stage;
  const me = await actor(who, stage);
  const answerOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) =>
    status < 300 ? "yes" : (body.error?.code ?? "");
  switch (act) {
    case "book":
      return answerOf(await counter.client.book(me, wishFor(elder, menu)));
    case "cancel":
      return answerOf(await (who === "staff" || who === "other_staff" ? client : counter.client).cancel(me, bookingId));
    case "walk_in":
      return answerOf(await client.walkIn(me, { menuId: menu._id, dishId, mode: "eat_in", who: { kind: "guest" } }));
    case "check_in": {
      const at = who === "other_staff" ? counter.elsewhere : counter.carePointId;
      return answerOf(await client.checkIn(me, at, { kind: "by_name", bookingId, reason: "没带手机" }));
    }
    case "undo_check_in":
    case "undo_walk_in":
      return answerOf(await client.undo(me, bookingId));
    case "mark_no_show":
      return who === "job" ? missByJob(bookingId) : answerOf(await client.noShow(me, bookingId));
    case "withdraw":
      return answerOf(await client.soldOut(me, menu._id, dishId));
    case "restore":
      return answerOf(await client.restore(me, menu._id, dishId));
    case "call_off":
      return answerOf(
        await client.close(who === "staff" ? await tokenOf(counter.manager) : me, {
          carePointId: menu.carePointId,
          serviceDate: menu.serviceDate,
          meal: "lunch",
        }),
      );
  }
}

async function missByJob(bookingId: string): Promise<string> {
  const portion = await PortionModel.findOne({ bookingId }).lean();
  if (!portion) return "none";
  try {
    await markNoShow({ portion, role: "job", actorId: "program", at: app.clock.now() });
    return "yes";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

async function stateOf({ menu }: Stage): Promise<PortionState> {
  const documents = await PortionModel.find({ sitting: menu._id }).lean<PortionDocument[]>();
  const portion = documents.find(({ kind }) => kind === undefined);
  if (!portion || portion.withdrawn) return "withdrawn";
  return (portion.state ?? "free") as PortionState;
}

const acts = Object.keys(portionMachine) as PortionAct[];
/** What has no request of its own: the program alone does it, or it is done in bulk by a job. */
const isAskable = (act: PortionAct, who: Who) => who !== "job" || act === "mark_no_show";
/** Closing a date withdraws what is free as well: that is the act `withdraw`. */
const isOfState = (act: PortionAct, state: PortionState) =>
  act === "restore" ? state === "withdrawn" : act !== "call_off" || state !== "free";

const cases = acts.flatMap((act) => whos.filter((who) => isAskable(act, who)).map((who) => ({ act, who })));

describe("the state table of a portion, act by act and role by role", () => {
  test.each(cases)(
    "$act by $who",
    async ({ act, who }) => {
      const isWalkIn = act === "undo_walk_in";
      for (const state of states.filter((one) => isOfState(act, one))) {
        for (const hour of Object.keys(hours) as Hour[]) {
          const sinces =
            act.startsWith("undo") && state === "served"
              ? (Object.keys(sinceServed) as Since[])
              : (["within two minutes"] as const);
          for (const since of sinces) {
            const stage = await setStage(state, hour, since, isWalkIn);
            if (act === "restore")
              await MenuModel.updateOne({ _id: stage.menu._id }, { $set: { "dishes.0.soldOut": true } });
            const role = who === "other_elder" || who === "other_staff" ? null : who;
            const verdict: Verdict = role
              ? judgeAct(machine[act], { role, state, moments: stage.moments, now: stage.now })
              : "not_yours";
            const answer = await attempt(act, who, stage);
            const after = await stateOf(stage);
            const what = { act, who, state, hour, since, answer };
            // A state changes exactly when the table allows the act, and then into the state that it names.
            expect({ ...what, after }).toEqual({ ...what, after: verdict === "allowed" ? machine[act].to : state });
            if (verdict === "allowed") expect(what).toEqual({ ...what, answer: "yes" });
            if (verdict === "not_yours")
              expect({ ...what, isYes: answer === "yes" }).toEqual({ ...what, isYes: false });
          }
        }
      }
    },
    60_000,
  );
});

test("the table's acts start and end in states that it knows, and nobody acts without a window", () => {
  for (const { from, to, by } of Object.values(machine)) {
    expect(states).toEqual(expect.arrayContaining([...from, to]));
    expect(Object.keys(by).length).toBeGreaterThan(0);
  }
});
