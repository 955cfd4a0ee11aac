import { afterEach, describe, expect, test } from "@jest/globals";
import type { Domain } from "@server/core/domain";
import mongoose, { type mongo } from "mongoose";
import { database } from "@server/core/db/connect";
import { createLimits } from "@server/core/limits/limits";
import { startApp, type TestApp } from "@test/support/app";
import { probeDomain, probeSessions } from "@test/support/probe-domain";

const domains = [probeDomain as unknown as Domain];
const two = { points: 2, seconds: 60 };
const KEY = "4c1d1c4a-77a5-4c33-9d0e-5a7e6f7a1b2c";

describe("limits", () => {
  let app: TestApp;
  afterEach(() => app.close());

  test("the third read of two is 429 with the seconds to wait; another person still reads", async () => {
    const { findActor, signIn } = probeSessions();
    app = await startApp({ domains, findActor, limits: { read: two } });
    const read = (token?: string) => {
      const call = app.request.get("/api/probe");
      return token === undefined ? call : call.set("Authorization", `Bearer ${token}`);
    };
    expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
    const third = await read();
    expect([third.status, third.body.error.code]).toEqual([429, "slow_down"]);
    expect(Number(third.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(third.headers["retry-after"])).toBeLessThanOrEqual(60);
    expect((await read(signIn("wang"))).status).toBe(200);
  });

  test("a made-up X-Forwarded-For does not make another caller", async () => {
    app = await startApp({ domains, limits: { read: two } });
    const statuses = [];
    for (const address of ["10.0.0.1", "10.0.0.2", "10.0.0.3"]) {
      statuses.push((await app.request.get("/api/probe").set("X-Forwarded-For", address)).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });

  test("behind one trusted proxy the address it adds counts, what the client wrote before it does not", async () => {
    app = await startApp({ domains, limits: { read: two }, env: { proxyCount: 1 } });
    const status = async (forwarded: string) =>
      (await app.request.get("/api/probe").set("X-Forwarded-For", forwarded)).status;
    expect(await status("1.1.1.1, 10.0.0.1")).toBe(200);
    expect(await status("2.2.2.2, 10.0.0.1")).toBe(200);
    expect(await status("3.3.3.3, 10.0.0.1")).toBe(429);
    expect(await status("3.3.3.3, 10.0.0.2")).toBe(200);
  });

  test("keyed writes are counted in the database, under a name nobody can read", async () => {
    const { findActor, signIn } = probeSessions();
    app = await startApp({ domains, findActor, limits: { keyed: two } });
    const token = signIn("wang");
    const keep = () =>
      app.request
        .post("/api/probe/keep")
        .set({ Authorization: `Bearer ${token}`, "Idempotency-Key": KEY })
        .send({ text: "a" });
    expect([(await keep()).status, (await keep()).status, (await keep()).status]).toEqual([201, 201, 429]);
    const counters = await database().collection("limits").find({}).toArray();
    expect(counters).toHaveLength(1);
    expect(JSON.stringify(counters)).not.toContain("wang");
  });

  test("attempts on a secret run out, are forgiven by a success, and count apart", async () => {
    app = await startApp({ domains, limits: { secret: two } });
    const { limits } = app.deps;
    await limits.consume("secret", "a");
    await limits.forgive("secret", "a");
    await limits.consume("secret", "a");
    await limits.consume("secret", "a");
    await expect(limits.consume("secret", "a")).rejects.toMatchObject({ code: "slow_down" });
    await expect(limits.consume("secret", "b")).resolves.toBeUndefined();
  });
});

/** Limits whose counters are kept by this. */
const limitsOver = (findOneAndUpdate: () => Promise<unknown>) =>
  createLimits({
    db: { collection: () => ({ findOneAndUpdate }) } as unknown as mongo.Db,
    sealer: { blindIndex: (_, value) => value },
  });

test("an attempt whose count gave way to another's is counted again, not sent away", async () => {
  let calls = 0;
  const limits = limitsOver(() => {
    calls += 1;
    if (calls < 3) return Promise.reject(new mongoose.mongo.MongoServerError({ message: "conflict", code: 112 }));
    return Promise.resolve({ points: 1, expire: new Date() });
  });
  await expect(limits.consume("secret", "a")).resolves.toBeUndefined();
  expect(calls).toBe(3);
});

test("the first five keyed writes of a minute cost no command; the next ones are counted for all processes", async () => {
  let calls = 0;
  const limits = limitsOver(() => {
    calls += 1;
    return Promise.resolve({ points: calls, expire: new Date(Date.now() + 60_000) });
  });
  for (let write = 0; write < 5; write += 1) await limits.consume("keyed", "wang");
  expect(calls).toBe(0);
  for (let write = 0; write < 60; write += 1) await limits.consume("keyed", "wang");
  await expect(limits.consume("keyed", "wang")).rejects.toMatchObject({ code: "slow_down" });
  await expect(limits.consume("keyed", "li")).resolves.toBeUndefined();
  expect(calls).toBeGreaterThanOrEqual(60);
});

test("who cannot be counted may not guess, but may book", async () => {
  const limits = limitsOver(() => Promise.reject(new Error("away")));
  await expect(limits.consume("credential", "a")).rejects.toMatchObject({ code: "try_again" });
  await expect(limits.consume("secret", "a")).rejects.toMatchObject({ code: "try_again" });
  await expect(limits.consume("keyed", "a")).resolves.toBeUndefined();
});
