import { expect } from "@jest/globals";
import fc from "fast-check";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { countPortions } from "@test/support/meals";

/** Portions of each of the two sittings. */
export const PORTIONS = 2;
export const ELDERS = 3;

/** What a request was told: a booking by its id, standing or cancelled, or the code of a refusal. */
export type Told =
  { readonly id: string; readonly state: string; readonly isStanding: boolean } | { readonly no: string };

/** The acts of the real thing, at whatever height of the program; elders are numbers from 0. */
export interface Acts {
  book(order: { elder: number; menu: MenuDocument; key: string }): Promise<Told>;
  cancel(order: { elder: number; bookingId: string }): Promise<Told>;
  /** Bookings of these sittings that are still served. */
  countUpcoming(elder: number): Promise<number>;
  /** Passes the cut-off of both sittings. */
  close(): void;
}

export interface Real {
  readonly acts: Acts;
  /** The same meal of one day at two care points. */
  readonly menus: readonly [MenuDocument, MenuDocument];
}

/** What was answered to a key, for ever. */
type Answer = { readonly yes: string } | { readonly no: string };

/** The whole of booking on one table: who sits where, what was said, and what is closed. */
export interface Model {
  isClosed: boolean;
  /** Elder to the key that she holds her portion by, and at which of the two care points. */
  readonly holds: Map<number, { key: string; place: number }>;
  readonly answers: Map<string, Answer & { readonly place: number }>;
}

export const emptyModel = (): Model => ({ isClosed: false, holds: new Map(), answers: new Map() });

type Command = fc.AsyncCommand<Model, Real>;

const takenAt = (model: Model, place: number) =>
  [...model.holds.values()].filter((held) => held.place === place).length;

/** What a new request must be told. */
function ruling(
  model: Model,
  { elder, place }: { elder: number; place: number },
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

  async run(model: Model, { acts, menus }: Real): Promise<void> {
    const key = keyOf(this);
    const told = await acts.book({ elder: this.elder, menu: menus[this.place === 0 ? 0 : 1], key });
    const known = model.answers.get(key);
    if (known) expect(told).toEqual(this.again(model, known));
    else this.first(model, told);
  }

  /** What a repeat must be told. */
  again(model: Model, known: Answer & { readonly place: number }): Told {
    if (known.place !== this.place) return { no: "key_reused" };
    if ("no" in known) return { no: known.no };
    const isStanding = model.holds.get(this.elder)?.key === keyOf(this);
    return { id: known.yes, state: isStanding ? "booked" : "cancelled", isStanding };
  }

  first(model: Model, told: Told): void {
    const { elder, place } = this;
    const key = keyOf(this);
    const ruled = ruling(model, this);
    if (ruled !== "yes") {
      expect(told).toEqual({ no: ruled });
      model.answers.set(key, { no: ruled, place });
      return;
    }
    expect(told).toMatchObject({ state: "booked", isStanding: true });
    model.answers.set(key, { yes: "id" in told ? told.id : "", place });
    model.holds.set(elder, { key, place });
  }
}

class Cancel implements Command {
  constructor(
    readonly elder: number,
    readonly key: string,
  ) {}
  check = () => true;
  toString = () => `cancel(${this.elder}, ${this.key})`;

  async run(model: Model, { acts }: Real): Promise<void> {
    const key = keyOf(this);
    const known = model.answers.get(key);
    const bookingId = known && "yes" in known ? known.yes : "never-booked";
    const told = await acts.cancel({ elder: this.elder, bookingId });
    const isStanding = model.holds.get(this.elder)?.key === key;
    if (bookingId === "never-booked") expect(told).toEqual({ no: "not_found" });
    else if (isStanding && model.isClosed) expect(told).toEqual({ no: "cancel_closed" });
    else {
      expect(told).toMatchObject({ id: bookingId, state: "cancelled" });
      if (isStanding) model.holds.delete(this.elder);
    }
  }
}

/** An elder's keys are her own; another elder's equal one would be another request anyway. */
const keyOf = ({ elder, key }: { elder: number; key: string }) => `${key}-${elder}`;

class Close implements Command {
  check = () => true;
  toString = () => "close()";

  run(model: Model, { acts }: Real): Promise<void> {
    acts.close();
    model.isClosed = true;
    return Promise.resolve();
  }
}

/** Portions held and free, and what each elder finds in her list. */
export class Count implements Command {
  check = () => true;
  toString = () => "count()";

  async run(model: Model, { acts, menus }: Real): Promise<void> {
    for (const place of [0, 1] as const) {
      const { free, held } = await countPortions(menus[place]._id);
      expect([free, held]).toEqual([PORTIONS - takenAt(model, place), takenAt(model, place)]);
    }
    for (let elder = 0; elder < ELDERS; elder += 1) {
      expect(await acts.countUpcoming(elder)).toBe(model.holds.has(elder) ? 1 : 0);
    }
  }
}

const elder = fc.nat({ max: ELDERS - 1 });
const place = fc.nat({ max: 1 });
const key = fc.constantFrom("first-key-000000", "second-key-00000", "third-key-000000");
const book = fc.tuple(elder, place, key).map(([who, where, by]) => new Book(who, where, by));

const cancel = fc.tuple(elder, key).map(([who, by]) => new Cancel(who, by));

/** Up to sixty acts in any order. Closing is rare: behind it little can happen. */
export const bookingCommands = fc.commands(
  [
    ...Array.from({ length: 16 }, () => book),
    ...Array.from({ length: 8 }, () => cancel),
    fc.constant(new Count()),
    fc.constant(new Close()),
  ],
  { maxCommands: 60, size: "max" },
);
