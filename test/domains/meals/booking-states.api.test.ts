import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays } from "@shared/core/dates";
import { buildCarePoint } from "@server/domains/care-points/care-points.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { countPortions, mealsClient, wishFor, type SignedIn } from "@test/support/meals";
import { probeSessions } from "@test/support/probe-domain";

const NOON = "2026-11-22T04:00:00.000Z";
const AFTER_CUT_OFF = "2026-11-22T12:00:00.000Z";
const PORTIONS = 2;
const { findActor, signIn } = probeSessions();
const elders = ["elder-0", "elder-1", "elder-2"].map((id): SignedIn => ({ id, token: signIn(id) }));
const elderAt = (n: number): SignedIn => elders[n] ?? { id: "", token: "" };
let app: TestApp;
let client: ReturnType<typeof mealsClient>;
let day = 0;
beforeAll(async () => {
  app = await startApp({ findActor });
  client = mealsClient(app);
});
afterAll(() => app.close());

/** What was answered to a key, for ever: a booking with its id, or the code of a refusal. */
type Answer = { readonly yes: string } | { readonly no: string };

/** The whole of booking on one table: who sits where, what was said, and what is closed. */
interface Model {
  isClosed: boolean;
  /** Elder to the key that she holds her portion by, and at which of the two care points. */
  readonly holds: Map<number, { key: string; place: number }>;
  readonly answers: Map<string, Answer & { readonly place: number }>;
}

interface Real {
  readonly menus: readonly [MenuDocument, MenuDocument];
}

type Command = fc.AsyncCommand<Model, Real>;

const takenAt = (model: Model, place: number) =>
  [...model.holds.values()].filter((held) => held.place === place).length;

/** What a new request must be told. */
function ruling(
  model: Model,
  elder: number,
  place: number,
): "yes" | "meal_closed" | "already_booked" | "meal_sold_out" {
  if (model.isClosed) return "meal_closed";
  if (takenAt(model, place) >= PORTIONS) return "meal_sold_out";
  return model.holds.has(elder) ? "already_booked" : "yes";
}

class Book implements Command {
  constructor(
    readonly elder: number,
    readonly place: number,
    readonly key: string,
  ) {}
  check = () => true;
  toString = () => `book(${this.elder}, ${this.place}, ${this.key})`;

  async run(model: Model, { menus }: Real): Promise<void> {
    const elder = elderAt(this.elder);
    const key = `${menus[0]._id}-${this.elder}-${this.key}`;
    const menu = menus[this.place === 0 ? 0 : 1];
    const { status, body } = await client.book(elder, wishFor(elder, menu), key);
    const known = model.answers.get(key);
    if (known && known.place !== this.place) {
      expect([status, body.error.code]).toEqual([422, "key_reused"]);
      return;
    }
    if (known && "no" in known) {
      expect([status, body.error.code]).toEqual([409, known.no]);
      return;
    }
    if (known) {
      const isStanding = model.holds.get(this.elder)?.key === key;
      const expected = isStanding ? [201, known.yes, "booked"] : [200, known.yes, "cancelled"];
      expect([status, body.data.id, body.data.state]).toEqual(expected);
      return;
    }
    const told = ruling(model, this.elder, this.place);
    if (told !== "yes") {
      model.answers.set(key, { no: told, place: this.place });
      expect([status, body.error.code]).toEqual([409, told]);
      return;
    }
    expect([status, body.data.state]).toEqual([201, "booked"]);
    model.answers.set(key, { yes: body.data.id, place: this.place });
    model.holds.set(this.elder, { key, place: this.place });
  }
}

class Cancel implements Command {
  constructor(
    readonly elder: number,
    readonly key: string,
  ) {}
  check = () => true;
  toString = () => `cancel(${this.elder}, ${this.key})`;

  async run(model: Model, { menus }: Real): Promise<void> {
    const key = `${menus[0]._id}-${this.elder}-${this.key}`;
    const known = model.answers.get(key);
    const id = known && "yes" in known ? known.yes : "never-booked";
    const { status, body } = await client.cancel(elderAt(this.elder), id);
    if (id === "never-booked") {
      expect([status, body.error.code]).toEqual([404, "not_found"]);
      return;
    }
    const isStanding = model.holds.get(this.elder)?.key === key;
    if (isStanding && model.isClosed) {
      expect([status, body.error.code]).toEqual([409, "cancel_closed"]);
      return;
    }
    expect([status, body.data.state]).toEqual([200, "cancelled"]);
    if (isStanding) model.holds.delete(this.elder);
  }
}

class Close implements Command {
  check = () => true;
  toString = () => "close()";

  async run(model: Model): Promise<void> {
    app.clock.set(AFTER_CUT_OFF);
    model.isClosed = true;
    return Promise.resolve();
  }
}

class Count implements Command {
  check = () => true;
  toString = () => "count()";

  async run(model: Model, { menus }: Real): Promise<void> {
    for (const place of [0, 1] as const) {
      const { free, held } = await countPortions(menus[place]._id);
      expect([free, held]).toEqual([PORTIONS - takenAt(model, place), takenAt(model, place)]);
    }
    for (const [n, elder] of elders.entries()) {
      const { body } = await client.list(elder, { when: "upcoming" });
      const mine = body.data.bookings.filter(({ menuId }: { menuId: string }) =>
        menus.some(({ _id }) => _id === menuId),
      );
      expect(mine).toHaveLength(model.holds.has(n) ? 1 : 0);
    }
  }
}

const elder = fc.nat({ max: elders.length - 1 });
const key = fc.constantFrom("first-key-000000", "second-key-00000", "third-key-000000");
const commands = fc.commands(
  [
    fc.tuple(elder, fc.nat({ max: 1 }), key).map(([who, place, by]) => new Book(who, place, by)),
    fc.tuple(elder, fc.nat({ max: 1 }), key).map(([who, place, by]) => new Book(who, place, by)),
    fc.tuple(elder, key).map(([who, by]) => new Cancel(who, by)),
    fc.constant(new Count()),
    fc.constant(new Close()),
  ],
  { maxCommands: 60, size: "max" },
);

/** A sitting at each of two care points on a day nobody used yet, both open until the same evening. */
async function freshSittings(): Promise<{ model: Model; real: Real }> {
  app.clock.set(NOON);
  // What earlier runs left would fill the first page of the lists.
  await PortionModel.deleteMany({});
  day += 1;
  const sitting = async () =>
    buildMenu(app, {
      carePointId: (await buildCarePoint())._id,
      serviceDate: addDays("2026-11-22", day),
      closesAt: Date.parse(AFTER_CUT_OFF),
      dishes: [{ portions: PORTIONS }],
    });
  const menus = [await sitting(), await sitting()] as const;
  return { model: { isClosed: false, holds: new Map(), answers: new Map() }, real: { menus } };
}

test("R-B1 to R-B7: any sequence of booking, repeating, cancelling and closing goes as on the small model", async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const fresh = await freshSittings();
      await fc.asyncModelRun(() => fresh, sequence);
      await new Count().run(fresh.model, fresh.real);
    }),
    { numRuns: 60, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  );
}, 90_000);
