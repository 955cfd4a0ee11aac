import { randomUUID } from "node:crypto";
import { database } from "@server/core/db/connect";
import type { Deps } from "@server/core/deps";
import { makePickUpPass } from "@server/domains/meals/pick-up-pass";
import type { BenchServer } from "./bench-server";
import type { Contestant } from "./compare";
import { fire, type Shot } from "./load";
import type { BenchWorld } from "./seed";
import type { BenchPerson } from "./seed-people";
import { freeDishes, unserve, type OpenDish } from "./seed-meals";

/** Somebody books so many meals in a row; a fifth within a minute would already cost a command for its counter. */
const IN_A_ROW = 4;
const EMPTY = "/api/notices/message-templates";

/** Every nth of them in turn, over and over, going on where the last turn ended. */
export function taking<T>(from: readonly T[]): (count: number) => T[] {
  let next = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      const one = from[next % from.length];
      next += 1;
      if (one === undefined) throw new Error("there is nobody to take");
      return one;
    });
}

/** Brings these people's sessions into the server's cache, as the page before the act does. */
export const warmSessions = ({ port }: BenchServer, people: readonly BenchPerson[]) =>
  fire({ port, shots: people.map(({ headers }) => ({ path: EMPTY, headers })) });

export const bookingShot = ({ id, headers }: BenchPerson, { menuId, dishId }: OpenDish): Shot => ({
  path: "/api/meals/bookings",
  headers: { ...headers, "idempotency-key": randomUUID() },
  body: { menuId, dishId, elderId: id, mode: "eat_in" },
});

interface Parts {
  readonly server: BenchServer;
  readonly world: BenchWorld;
  /** Whether the server knows who asks; references do not. */
  readonly hasSessions?: boolean;
}

/** Requests that change nothing and go round the 200 users. */
function reading({ server, world, hasSessions = true }: Parts, shotFor: (user: BenchPerson) => Shot): Contestant {
  const take = taking(world.users);
  return {
    server,
    shots: async (amount) => {
      const users = take(amount);
      if (hasSessions) await warmSessions(server, [...new Set(users)]);
      return users.map(shotFor);
    },
  };
}

/** Which of ours answers what, as people's phones ask it. */
export const ourReads = (parts: Parts) => ({
  empty: reading(parts, ({ headers }) => ({ path: EMPTY, headers })),
  myBookings: reading(parts, ({ headers }) => ({ path: "/api/meals/bookings?when=upcoming", headers })),
  nearest: reading(parts, ({ headers }) => ({
    path: `/api/care-points?communityId=${parts.world.community.id}`,
    headers,
  })),
});

/** Bookings by people who have none, over 50 sittings; each turn's portions are free again afterwards. */
export function ourBooking({ server, world }: Parts): Contestant {
  const take = taking(world.crowd);
  const open = taking(world.sittings);
  return {
    server,
    shots: async (amount) => {
      const people = take(Math.ceil(amount / IN_A_ROW));
      await warmSessions(server, people);
      const all = people.flatMap((person) => open(IN_A_ROW).map((dish) => bookingShot(person, dish)));
      return all.slice(0, amount);
    },
    after: () => freeDishes(world.sittings),
  };
}

/** Check-ins by the picture on the resident's phone; they are taken back after each turn. */
export function ourCheckIn({ server, world, deps }: Parts & { readonly deps: Deps }): Contestant {
  const { counters } = world;
  let turns = 0;
  return {
    server,
    shots: async (amount) => {
      turns += 1;
      await warmSessions(
        server,
        counters.flatMap(({ cooks }) => cooks),
      );
      const waiting = counters[0]?.bookingIds.length ?? 0;
      const all = Array.from({ length: waiting }, (_, seat) =>
        counters.map(({ carePointId, bookingIds, cooks }): Shot => {
          const { text } = makePickUpPass(deps, { bookingId: bookingIds[seat] ?? "", now: deps.clock.now() });
          const headers = cooks[(turns + seat) % cooks.length]?.headers ?? {};
          return { path: "/api/meals/counter/check-ins", headers, body: { carePointId, proof: { kind: "qr", text } } };
        }),
      ).flat();
      return all.slice(0, amount);
    },
    after: () => unserve(counters.map(({ menuId }) => menuId)),
  };
}

/** The same jobs as the bare server does them. */
export function bareJobs({ server, world }: Parts) {
  const { cityId, longitude, latitude } = world.community;
  const nearby = `/care-points?longitude=${longitude}&latitude=${latitude}&city=${cityId}`;
  const take = taking(world.crowd);
  const sittings = taking(world.sittings);
  const bookings = () => database().collection<{ _id: string }>("bench_bookings");
  const booking: Contestant = {
    server,
    shots: async (amount) =>
      take(amount).map(({ id }) => ({ path: "/bookings", body: { sitting: sittings(1)[0]?.menuId, elder: id } })),
    after: () => bookings().deleteMany({}),
  };
  const checkIn: Contestant = {
    server,
    shots: async (amount) => {
      const ids = world.counters.flatMap(({ bookingIds }) => bookingIds);
      return ids.slice(0, amount).map((booking) => ({ path: "/check-ins", body: { booking } }));
    },
    after: () => unserve(world.counters.map(({ menuId }) => menuId)),
  };
  return {
    myBookings: reading({ server, world, hasSessions: false }, ({ id }) => ({ path: `/bookings?elder=${id}` })),
    nearest: reading({ server, world, hasSessions: false }, () => ({ path: nearby })),
    booking,
    checkIn,
  };
}

/** Gives the bare server's counters so many portions. */
export async function fillBareSittings(sittings: readonly string[], left: number): Promise<void> {
  await database()
    .collection<{ _id: string; left: number }>("bench_sittings")
    .bulkWrite(sittings.map((_id) => ({ updateOne: { filter: { _id }, update: { $set: { left } }, upsert: true } })));
}
