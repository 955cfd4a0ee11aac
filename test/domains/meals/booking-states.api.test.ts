import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays } from "@shared/core/dates";
import { AppError } from "@server/core/app-error";
import { buildCarePoint } from "@server/domains/care-points/care-points.builders";
import { bookMeal } from "@server/domains/meals/book-meal";
import { cancelMealBooking } from "@server/domains/meals/cancel-meal-booking";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { findBooking, listBookings } from "@server/domains/meals/meals.queries";
import { startApp, type TestApp } from "@test/support/app";
import { mealsClient, wishFor, type SignedIn } from "@test/support/meals";
import { probeSessions } from "@test/support/probe-domain";
import { bookingCommands, Count, ELDERS, emptyModel, PORTIONS, type Acts, type Told } from "./booking-model";

const NOON = Date.parse("2026-11-22T04:00:00.000Z");
const CUT_OFF = Date.parse("2026-11-22T12:00:00.000Z");
/** Chains of runs beside each other: a write waits for the disk, and many wait for it together. */
const CHAINS = 8;
/**
 * On the use-cases, of up to sixty commands each; whatever the computer, so many: about a minute of one processor. The long
 * run before a release asks for more (reliability, L0 model: 50,000).
 */
const RUNS = Number(process.env["MODEL_RUNS"] ?? 480);
const RUNS_MS = 1_000 * Math.max(600, RUNS);
const RUNS_BY_HTTP = 16;
/** The same sequences each time; each chain has its own. */
const SEED = 20_261_122;
const { findActor, signIn } = probeSessions();
let app: TestApp;
let days = 0;
beforeAll(async () => {
  app = await startApp({ findActor });
});
afterAll(() => app.close());

type Elders = readonly SignedIn[];
const elderOf = (elders: Elders, n: number): SignedIn => elders[n] ?? { id: "", token: "" };

/** Three elders whom nobody used yet. */
const freshElders = (): Elders => {
  days += 1;
  const names = Array.from({ length: ELDERS }, (_, n) => `elder-${days}-${n}`);
  return names.map((id) => ({ id, token: signIn(id) }));
};

/** As a phone asks, by HTTP. */
function actsByHttp(elders: Elders): Acts {
  const client = mealsClient(app);
  const told = ({ status, body }: Awaited<ReturnType<typeof client.book>>): Told =>
    status < 300 ? { id: body.data.id, state: body.data.state, isStanding: status === 201 } : { no: body.error.code };
  app.clock.set(new Date(NOON).toISOString());
  return {
    book: async ({ elder: n, menu, key }) => {
      const elder = elderOf(elders, n);
      return told(await client.book(elder, wishFor(elder, menu), key));
    },
    cancel: async ({ elder, bookingId }) => told(await client.cancel(elderOf(elders, elder), bookingId)),
    countUpcoming: async (elder) => {
      const { body } = await client.list(elderOf(elders, elder), { when: "upcoming" });
      return body.data.bookings.length;
    },
    close: () => app.clock.set(new Date(CUT_OFF).toISOString()),
  };
}

const refusedAs = (error: unknown): Told => {
  if (error instanceof AppError) return { no: error.code };
  throw error;
};

/** As the handlers ask: the use-cases and queries, with a time of each run's own. */
function actsByUseCase(elders: Elders): Acts {
  let now = NOON;
  return {
    book: ({ elder: n, menu, key }) => {
      const elder = elderOf(elders, n);
      const wish = { menuId: menu._id, dishId: menu.dishes[0]?.id ?? "", elderId: elder.id, mode: "eat_in" } as const;
      return bookMeal({ wish, actorId: elder.id, key, now }).then(
        ({ booking: { id, state }, isStanding }): Told => ({ id, state, isStanding }),
        refusedAs,
      );
    },
    cancel: async ({ elder, bookingId }) => {
      const found = await findBooking(bookingId);
      if (!found) return { no: "not_found" };
      return cancelMealBooking({ ...found, actorId: elderOf(elders, elder).id, now }).then(
        ({ id, state }): Told => ({ id, state, isStanding: false }),
        refusedAs,
      );
    },
    countUpcoming: async (elder) => {
      const { id } = elderOf(elders, elder);
      return (await listBookings({ elder: id, when: "upcoming", now, after: undefined, limit: 20 })).length;
    },
    close: () => {
      now = CUT_OFF;
    },
  };
}

/** Plays sequences of commands, each at two care points on a day nobody used yet, both open until the same evening. */
async function play({ actsFor, runs, seed }: { actsFor: (elders: Elders) => Acts; runs: number; seed: number }) {
  const places = [(await buildCarePoint())._id, (await buildCarePoint())._id] as const;
  const [first] = places;
  let [played, commands] = [0, 0];
  const property = fc.asyncProperty(bookingCommands, async (sequence) => {
    const elders = freshElders();
    const serviceDate = addDays("2026-11-22", days);
    const sitting = (carePointId: string) =>
      buildMenu(app, { carePointId, serviceDate, closesAt: CUT_OFF, dishes: [{ portions: PORTIONS }] });
    const menus = [await sitting(first), await sitting(places[1])] as const;
    const fresh = { model: emptyModel(), real: { acts: actsFor(elders), menus } };
    await fc.asyncModelRun(() => fresh, sequence);
    await new Count().run(fresh.model, fresh.real);
    played += 1;
    commands += [...sequence].length;
  });
  await fc.assert(property, { numRuns: runs, seed });
  return { runs: played, commands };
}

test("R-B1 to R-B7: any sequence of booking, repeating, cancelling and closing goes as on the small model", async () => {
  const { runs, commands } = await play({ actsFor: actsByHttp, runs: RUNS_BY_HTTP, seed: SEED });
  console.log(`${runs} sequences by HTTP, ${commands} commands`);
  expect(runs).toBe(RUNS_BY_HTTP);
}, 300_000);

test(
  "R-B1 to R-B7: and so do many more sequences on the use-cases",
  async () => {
    const chains = Array.from({ length: CHAINS }, (_, n) => {
      return play({ actsFor: actsByUseCase, runs: Math.ceil(RUNS / CHAINS), seed: SEED + 1 + n });
    });
    const played = await Promise.all(chains);
    const sum = (of: "runs" | "commands") => played.reduce((total, chain) => total + chain[of], 0);
    console.log(`${sum("runs")} sequences on the use-cases, ${sum("commands")} commands`);
    expect(sum("runs")).toBeGreaterThanOrEqual(RUNS);
  },
  RUNS_MS,
);
