import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { enrolStaff } from "@server/domains/accounts/enrol-staff";
import { limitDefaults } from "@server/core/limits/limits";
import { startApp, type TestApp } from "@test/support/app";

const PASSWORD = "chunfeng-2026";
const QUARTER_HOUR = 900_000;
let app: TestApp;

const EVERYTHING_BUT_DATE = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
] as const;

beforeAll(async () => {
  // The limiter reads the computer's clock: only Date is replaced, everything else runs as ever.
  jest.useFakeTimers({ advanceTimers: false, doNotFake: [...EVERYTHING_BUT_DATE] });
  app = await startApp({ limits: { secret: limitDefaults.secret }, env: { proxyCount: 1 } });
  for (const loginName of ["zhou", "wu", "zheng", "wang"]) {
    const { _id: personId } = await buildPerson(app.deps);
    const memberships = [{ carePointId: "c", role: "care_point_staff" }] as const;
    await enrolStaff(app.deps, { personId, memberships, loginName, password: PASSWORD });
  }
});
afterEach(() => jest.setSystemTime(Date.now() + 2 * QUARTER_HOUR));
afterAll(async () => {
  await app.close();
  jest.useRealTimers();
});

let address = 0;
/** A caller nobody has seen yet. */
const newAddress = () => `10.0.0.${(address += 1)}`;

const signIn = (name: string, password: string, from: string) =>
  app.request.post("/api/accounts/sign-in/staff").set("X-Forwarded-For", from).send({ name, password });
const statuses = async (count: number, attempt: () => PromiseLike<{ status: number }>) => {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) seen.push((await attempt()).status);
  return seen;
};

describe("guessing a staff password", () => {
  test("five wrong ones, from anywhere, and the name waits a quarter of an hour, also with the right one", async () => {
    const wrong = await statuses(7, () => signIn("zhou", "wrong", newAddress()));
    expect(wrong).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const right = await signIn("zhou", PASSWORD, newAddress());
    expect([right.status, right.body.error.code]).toEqual([429, "slow_down"]);
    expect(Number(right.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(right.headers["retry-after"])).toBeLessThanOrEqual(900);
    jest.setSystemTime(Date.now() + QUARTER_HOUR - 1_000);
    expect((await signIn("zhou", PASSWORD, newAddress())).status).toBe(429);
    jest.setSystemTime(Date.now() + 1_000);
    expect((await signIn("zhou", PASSWORD, newAddress())).status).toBe(200);
  });

  test("five wrong ones by one address, and it waits for every name; others go on", async () => {
    const from = newAddress();
    const names = ["a", "b", "c", "d", "e"];
    expect(await statuses(5, () => signIn(names.shift() ?? "", "wrong", from))).toEqual([401, 401, 401, 401, 401]);
    expect((await signIn("wu", PASSWORD, from)).status).toBe(429);
    expect((await signIn("wu", PASSWORD, newAddress())).status).toBe(200);
  });

  test("a name nobody has waits like any other: waiting tells nothing", async () => {
    const unknown = await statuses(6, () => signIn("nobody", "wrong", newAddress()));
    const known = await statuses(6, () => signIn("wu", "wrong", newAddress()));
    expect(unknown).toEqual(known);
  });

  test("a name's other spellings are the same name", async () => {
    const spellings = ["zheng", "ZHENG", "Zheng", "ｚｈｅｎｇ", " zheng"];
    await statuses(5, () => signIn(spellings.shift() ?? "", "wrong", newAddress()));
    expect((await signIn("zheng", PASSWORD, newAddress())).status).toBe(429);
  });

  test("a right one in between begins the count anew", async () => {
    const from = newAddress();
    expect(await statuses(4, () => signIn("wang", "wrong", from))).toEqual([401, 401, 401, 401]);
    expect((await signIn("wang", PASSWORD, from)).status).toBe(200);
    expect(await statuses(4, () => signIn("wang", "wrong", from))).toEqual([401, 401, 401, 401]);
    expect((await signIn("wang", PASSWORD, from)).status).toBe(200);
  });

  test("twenty at once are no way around it", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => signIn("wang", "wrong", newAddress()).then(({ status }) => status)),
    );
    expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.filter((status) => ![401, 429].includes(status))).toEqual([]);
    expect((await signIn("wang", PASSWORD, newAddress())).status).toBe(429);
  });
});

test("one phone is sent at most five codes in a quarter of an hour, known or not", async () => {
  const send = () =>
    app.request
      .post("/api/accounts/login-codes/sms")
      .set("X-Forwarded-For", newAddress())
      .send({ phone: "13700137000" });
  expect(await statuses(6, send)).toEqual([503, 503, 503, 503, 503, 429]);
});
