import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildBond } from "@server/domains/family/family.builders";
import { verifyChain } from "@server/core/audit/verify-chain";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { sendMessages } from "@server/domains/notices/send-messages";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { accountOf, buildCounter, counterClient, runCounterJob } from "@test/support/counter";
import { wishFor, type SignedIn } from "@test/support/meals";

const [PORTIONS, GUESTS, ONLINE, OFFLINE, NEVER_COME] = [70, 2, 30, 30, 3] as const;
const COMING = ONLINE + OFFLINE;
/** The cook's tablet goes wrong by ten minutes. */
const DEVICE_FAST_MS = 600_000;
const at = (utc: string) => new Date(utc).toISOString();
const [MORNING, EVENING, LUNCH, BACK_ONLINE, AFTER] = [
  at("2026-11-22T02:00:00Z"),
  at("2026-11-22T10:00:00Z"),
  at("2026-11-23T03:40:00Z"),
  at("2026-11-23T04:30:00Z"),
  at("2026-11-23T05:30:00Z"),
] as const;

interface Booked {
  readonly elder: SignedIn;
  readonly id: string;
  readonly code: string;
}

let app: TestApp;
let counter: Awaited<ReturnType<typeof buildCounter>>;
let client: ReturnType<typeof counterClient>;
let lunch: MenuDocument;
let closed: MenuDocument;
let mother: SignedIn;
let daughter: SignedIn;
let hers: Booked;
let bookings: Booked[];
beforeAll(async () => {
  app = await startApp();
  app.clock.set(MORNING);
  client = counterClient(app);
  counter = await buildCounter(app);
  lunch = await counter.sitting({ dishes: [{ portions: PORTIONS }] });
  closed = await counter.sitting({ serviceDate: "2026-11-25", dishes: [{ portions: 10 }] });
  mother = await counter.elder({ phone: "13700000001" });
  const { _id } = await buildPerson(app.deps, { preferredName: "小敏", communityId: counter.communityId });
  daughter = { id: _id, token: await app.signInAs(_id) };
  await buildBond(app.deps, { elder: mother.id, helper: daughter.id });
}, 60_000);
afterAll(() => app.close());

/** After a night, sessions of the counter may have ended. */
async function wakeUp(who: SignedIn): Promise<SignedIn> {
  return { id: who.id, token: await app.signInAs(who.id) };
}
const inboxOf = async (who: SignedIn) => {
  const { token } = await wakeUp(who);
  const { body } = await app.request.get("/api/notices").set("Authorization", `Bearer ${token}`);
  return (body.data.notices as { title: string; sentence: string }[]).map(({ title }) => title);
};
const dayOf = async (who: SignedIn, serviceDate: string) =>
  (await client.day(who, counter.carePointId, serviceDate)).body.data.sittings as {
    menuId: string;
    counts: Record<string, number>;
    closedReason: string | null;
  }[];
const deliver = () => relayedChain(app);

describe("one day of a canteen", () => {
  test("in the morning the daughter books for her mother on the bus, and sixty-two others for themselves", async () => {
    const ordered = await counter.client.book(daughter, { ...wishFor(mother, lunch) });
    expect([ordered.status, ordered.body.data.bookedByLabel]).toEqual([201, "您替王阿姨订的"]);
    hers = { elder: mother, id: ordered.body.data.id as string, code: ordered.body.data.code as string };
    const others: Booked[] = [];
    for (let count = 1; count < COMING + NEVER_COME; count += 1) others.push(await counter.booked(lunch));
    bookings = [hers, ...others];
    await counter.client.book(daughter, wishFor(mother, closed));
    for (const { elder } of others.slice(0, 4)) await counter.client.book(elder, wishFor(elder, closed));
    await deliver();
    expect((await inboxOf(mother)).sort()).toEqual(["家人可以帮您了", "有人替您办了事", "有人替您办了事"].sort());
  }, 60_000);

  test("the manager closes another date; who had ordered is told, and nobody orders it any more", async () => {
    app.clock.advance(60_000);
    const body = { carePointId: counter.carePointId, serviceDate: "2026-11-25", meal: "lunch" };
    const answer = await client.close(counter.manager, body);
    expect(answer.body.data).toEqual({ meals: ["lunch"], cancelled: 5 });
    const late = await counter.client.book(daughter, wishFor(mother, closed));
    expect(late.status).toBe(409);
    await deliver();
    await sendMessages(app.deps);
    expect((await inboxOf(mother))[0]).toBe("食堂取消了这一餐");
    expect(await accountOf(closed._id)).toMatchObject({ booked: 0, served: 0 });
  });

  test("nobody of them uses WeChat: the counter has five calls, and her mother's is the one it can dial", async () => {
    const { body } = await app.request
      .get(`/api/notices/calls?carePointId=${counter.carePointId}`)
      .set("Authorization", `Bearer ${counter.cook.token}`);
    const calls = body.data.calls as { id: string; phone: string | null }[];
    expect(calls).toHaveLength(5);
    // Her mother has looked at her inbox but not read it: only reading counts.
    expect(calls.filter(({ phone }) => phone !== null).map(({ phone }) => phone)).toEqual(["13700000001"]);
  });

  test("at lunch the cook serves thirty by their codes, then thirty without a connection", async () => {
    app.clock.set(EVENING);
    await deliver();
    app.clock.set(LUNCH);
    const cook = await wakeUp(counter.cook);
    for (const { code } of bookings.slice(0, ONLINE)) {
      const proof = { kind: "code", code };
      expect((await client.checkIn(cook, counter.carePointId, proof)).status).toBe(200);
    }
    const acts = bookings.slice(ONLINE, COMING).map(({ id, code }, place) => {
      const happenedAt = new Date(Date.parse(LUNCH) + place * 30_000 + DEVICE_FAST_MS).toISOString();
      const act = { id: randomUUID(), bookingId: id, happenedAt };
      return place % 2 === 0
        ? { ...act, kind: "check_in", code }
        : { ...act, kind: "check_in_by_name", reason: "断网了" };
    });
    app.clock.set(BACK_ONLINE);
    const deviceNow = new Date(Date.parse(BACK_ONLINE) + DEVICE_FAST_MS).toISOString();
    const sync = (sent: readonly object[]) =>
      client.sync(cook, { carePointId: counter.carePointId, deviceNow, acts: sent });
    const backwards = await sync([...acts].reverse());
    expect(new Set((backwards.body.data.results as { outcome: string }[]).map(({ outcome }) => outcome))).toEqual(
      new Set(["done"]),
    );
    expect(backwards.body.data.clockOffSeconds).toBe(DEVICE_FAST_MS / 1_000);
    await sync(acts);
    for (let count = 0; count < GUESTS; count += 1) {
      const [dish] = lunch.dishes;
      const order = { menuId: lunch._id, dishId: dish?.id, mode: "eat_in", who: { kind: "guest" } };
      expect((await client.walkIn(cook, order)).status).toBe(201);
    }
    expect(await accountOf(lunch._id)).toEqual({
      booked: NEVER_COME,
      served: COMING + GUESTS,
      noShow: 0,
      free: PORTIONS - COMING - NEVER_COME - GUESTS,
      withdrawn: 0,
    });
  }, 60_000);

  test("three never came; every figure of the day agrees, and the audit chain is whole", async () => {
    app.clock.set(AFTER);
    await runCounterJob(app, "meals.mark-no-shows");
    const cook = await wakeUp(counter.cook);
    const [shown] = await dayOf(cook, "2026-11-23");
    const counted = await accountOf(lunch._id);
    expect(shown?.counts).toEqual(counted);
    expect(counted).toMatchObject({ served: COMING + GUESTS, noShow: NEVER_COME, booked: 0 });
    expect(Object.values(counted).reduce((sum, count) => sum + count, 0)).toBe(PORTIONS);
    const states = [];
    for (const { elder, id } of [...bookings.slice(0, 2), ...bookings.slice(-1)]) {
      states.push((await counter.client.read(await wakeUp(elder), id)).body.data.state);
    }
    expect(states).toEqual(["served", "served", "no_show"]);
    const chain = await deliver();
    expect(await verifyChain(chain, { sealer: app.deps.sealer, heads: [] })).toMatchObject({ isWhole: true });
    const handedOut = chain.filter(({ act }) => ["meal-counter.check-in", "meal-counter.walk-in"].includes(act));
    expect(handedOut).toHaveLength(COMING + GUESTS);
  }, 60_000);
});
