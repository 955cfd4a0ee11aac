import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { AppError } from "@server/core/app-error";
import { bookingIdOf } from "@server/core/units/request-key";
import { bookMeal } from "@server/domains/meals/book-meal";
import { cancelMealBooking } from "@server/domains/meals/cancel-meal-booking";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { findBooking } from "@server/domains/meals/meals.queries";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { gate, inEveryOrder, type Actor, type Ends } from "@test/support/interleave";
import { countPortions } from "@test/support/meals";

// Hundreds of orders, one after the other.
jest.setTimeout(120_000);

let app: TestApp;
let takeGatesAway: () => void;
let carePoints: readonly string[];
let made = 0;
beforeAll(async () => {
  app = await startApp();
  takeGatesAway = gate(PortionModel);
  carePoints = [(await buildMenu(app)).carePointId, (await buildMenu(app)).carePointId];
});
afterAll(async () => {
  takeGatesAway();
  await app.close();
});

/** A sitting of its own with one portion; `places` of them at the same meal of the same day. */
async function sittings(places: 1 | 2): Promise<MenuDocument[]> {
  made += 1;
  const serviceDate = addDays("2027-01-01", made);
  return Promise.all(
    carePoints
      .slice(0, places)
      .map((carePointId) => buildMenu(app, { carePointId, serviceDate, dishes: [{ portions: 1 }] })),
  );
}

interface Request {
  readonly elder: string;
  readonly key: string;
  readonly menu: MenuDocument;
}

const request = (menu: MenuDocument | undefined, elder: string = randomUUID()): Request => {
  if (!menu) throw new Error("no menu");
  return { elder, key: randomUUID(), menu };
};
const idOf = ({ elder, key }: Request) => bookingIdOf({ actorId: elder, key });

const book = async ({ elder, key, menu }: Request): Promise<string> => {
  const wish = { menuId: menu._id, dishId: menu.dishes[0]?.id ?? "", elderId: elder, mode: "eat_in" } as const;
  const { booking } = await bookMeal({ wish, actorId: elder, key, now: app.clock.now() });
  return `${booking.id} ${booking.state}`;
};
const cancel = async (of: Request): Promise<string> => {
  const found = await findBooking(idOf(of));
  if (!found) return "absent";
  return (await cancelMealBooking({ ...found, actorId: of.elder, now: app.clock.now() })).state;
};
const books = (name: string, of: Request, diesAt?: number): Actor => ({
  name,
  act: () => book(of),
  ...(diesAt === undefined ? {} : { diesAt }),
});

/** An answer in words: the id and state of a booking, a code, or that there was none. */
function answer(ends: Ends, name: string): string {
  const end = ends[name];
  if (!end) return "none";
  if ("value" in end) return String(end.value);
  if (end.error instanceof AppError) return end.error.code;
  throw end.error;
}

async function askAgain(of: Request): Promise<string> {
  try {
    return await book(of);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Where a key stands, past the program. */
async function standing(of: Request): Promise<"held" | "ended" | "refused" | "nowhere"> {
  const [carrier, ...more] = await PortionModel.find({ keys: idOf(of) }).lean();
  expect(more).toEqual([]);
  if (!carrier) return "nowhere";
  if (carrier.kind === "refusal") return "refused";
  return carrier.bookingId === idOf(of) ? "held" : "ended";
}

const booked = (of: Request) => `${idOf(of)} booked`;
const cancelled = (of: Request) => `${idOf(of)} cancelled`;

describe("R-B1 to R-B6 in every order of storage calls", () => {
  test("two people, one portion: one is booked, the other is told, and each knows what is so", async () => {
    const orders = await inEveryOrder(async () => {
      const [menu] = await sittings(1);
      const [a, b] = [request(menu), request(menu)];
      return {
        actors: [books("a", a), books("b", b)],
        check: async (ends) => {
          const told = [answer(ends, "a"), answer(ends, "b")];
          const stands = [await standing(a), await standing(b)];
          const first = [
            [booked(a), "meal_sold_out"],
            ["held", "refused"],
          ];
          const second = [
            ["meal_sold_out", booked(b)],
            ["refused", "held"],
          ];
          expect([first, second]).toContainEqual([told, stands]);
        },
      };
    });
    // A claim is one storage call: after it nothing is open any more.
    expect(orders).toBe(2);
  });

  test("one person at two care points: one booking, and the other request says which", async () => {
    const orders = await inEveryOrder(async () => {
      const [here, there] = await sittings(2);
      const elder = randomUUID();
      const [a, b] = [request(here, elder), request(there, elder)];
      return {
        actors: [books("a", a), books("b", b)],
        check: async (ends) => {
          const told = [answer(ends, "a"), answer(ends, "b")];
          expect([
            [booked(a), "already_booked"],
            ["already_booked", booked(b)],
          ]).toContainEqual(told);
          expect(await PortionModel.countDocuments({ elder, active: true })).toBe(1);
        },
      };
    });
    expect(orders).toBe(2);
  });

  test("three copies of one request are one booking", async () => {
    const orders = await inEveryOrder(async () => {
      const [menu] = await sittings(1);
      const one = request(menu);
      return {
        actors: ["a", "b", "c"].map((name) => books(name, one)),
        check: async (ends) => {
          expect(["a", "b", "c"].map((name) => answer(ends, name))).toEqual(Array(3).fill(booked(one)));
          expect(await standing(one)).toBe("held");
        },
      };
    });
    expect(orders).toBeGreaterThanOrEqual(18);
  });

  test("two copies of a request, and the holder cancels between them: both copies are told the same, and it is so", async () => {
    const orders = await inEveryOrder(async () => {
      const [menu] = await sittings(1);
      const [holder, late] = [request(menu), request(menu)];
      await book(holder);
      return {
        actors: [books("a", late), books("b", late), { name: "holder", act: () => cancel(holder) }],
        check: async (ends) => {
          const told = [answer(ends, "a"), answer(ends, "b")];
          const isYes = told[0] === booked(late);
          expect(told).toEqual(isYes ? [booked(late), booked(late)] : ["meal_sold_out", "meal_sold_out"]);
          expect(await standing(late)).toBe(isYes ? "held" : "refused");
          expect(await standing(holder)).toBe("ended");
        },
      };
    });
    expect(orders).toBeGreaterThanOrEqual(30);
  });

  test("a cancel, a late retry of the cancelled request and another person's request", async () => {
    const orders = await inEveryOrder(async () => {
      const [menu] = await sittings(1);
      const [first, other] = [request(menu), request(menu)];
      await book(first);
      return {
        actors: [books("retry", first), books("other", other), { name: "cancel", act: () => cancel(first) }],
        check: async (ends) => {
          expect([booked(first), cancelled(first)]).toContain(answer(ends, "retry"));
          expect(answer(ends, "cancel")).toBe("cancelled");
          expect(await standing(first)).toBe("ended");
          const isYes = answer(ends, "other") === booked(other);
          expect([answer(ends, "other"), await standing(other)]).toEqual(
            isYes ? [booked(other), "held"] : ["meal_sold_out", "refused"],
          );
          const { free, held } = await countPortions(other.menu._id);
          expect([free, held]).toEqual(isYes ? [0, 1] : [1, 0]);
        },
      };
    });
    expect(orders).toBeGreaterThanOrEqual(30);
  });

  test("two cancels and the next holder: one portion is freed, once", async () => {
    const orders = await inEveryOrder(async () => {
      const [menu] = await sittings(1);
      const [first, next] = [request(menu), request(menu)];
      await book(first);
      return {
        actors: [
          books("next", next),
          { name: "once", act: () => cancel(first) },
          { name: "twice", act: () => cancel(first) },
        ],
        check: async (ends) => {
          expect([answer(ends, "once"), answer(ends, "twice")]).toEqual(["cancelled", "cancelled"]);
          expect(await standing(first)).toBe("ended");
          expect(await standing(next)).toBe(answer(ends, "next") === booked(next) ? "held" : "refused");
        },
      };
    });
    expect(orders).toBeGreaterThanOrEqual(30);
  });
});

describe("R-B3, R-B6 when a request dies before any of its storage calls", () => {
  test.each([0, 1, 2])("dead before call %i, beside a cancel: a retry gives an answer that is so", async (diesAt) => {
    await inEveryOrder(async () => {
      const [menu] = await sittings(1);
      const [holder, late] = [request(menu), request(menu)];
      await book(holder);
      return {
        actors: [books("dying", late, diesAt), books("retry", late), { name: "holder", act: () => cancel(holder) }],
        check: async (ends) => {
          const told = answer(ends, "retry");
          expect(["held", "refused"]).toContain(await standing(late));
          expect(told).toBe((await standing(late)) === "held" ? booked(late) : "meal_sold_out");
          const first = answer(ends, "dying");
          if (first !== "none") expect(first).toBe(told);
          expect(await askAgain(late)).toBe(told);
        },
      };
    });
  });
});
