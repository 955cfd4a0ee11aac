import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addDays, businessDay } from "@shared/core/dates";
import { database } from "@server/core/db/connect";
import { MenuModel, type MenuDocument } from "@server/domains/meals/menu.model";
import { startApi } from "@test/support/api-process";
import { startApp, type TestApp } from "@test/support/app";
import { testClock } from "@test/support/clock";
import { accountOf, buildCounter } from "@test/support/counter";
import { httpClient } from "@test/support/listening";
import { until } from "@test/support/until";

const BOOKED = 30;
const PORTIONS = 60;
/** Milliseconds after the menu is written at which the server is killed: its portions are still to follow. */
const KILLED_AFTER_MS = [0, 3, 12];

let app: TestApp;
let uri: string;
let counter: Awaited<ReturnType<typeof buildCounter>>;
beforeAll(async () => {
  // The server under test has the computer's clock, so sessions and sittings are made by it too.
  app = await startApp({ clock: testClock(new Date().toISOString()) });
  const address = new URL(process.env["TEST_MONGODB_URI"] ?? "");
  address.pathname = `/${database().databaseName}`;
  uri = address.href;
  counter = await buildCounter(app);
}, 60_000);
afterAll(() => app.close());

interface Change {
  readonly menu: MenuDocument;
  readonly path: string;
  readonly body: object;
  readonly afterMs: number;
}

/** Asks a server of its own for a change and kills it in the middle; whether an answer came is open. */
async function askAndKill({ menu, path, body, afterMs }: Change): Promise<void> {
  const api = await startApi(uri);
  const http = httpClient({ port: api.port, sockets: 1 });
  const answered = new Set<string>();
  const asked = http
    .post({ path, token: counter.manager.token, key: "", body })
    .catch(() => null)
    .finally(() => answered.add(path));
  // The change stands on the menu first.
  while (!answered.has(path) && (await isFinished(menu))) await delay(1);
  await delay(afterMs);
  await api.kill();
  await asked;
  http.close();
}

const dayOf = (ahead: number) => addDays(businessDay(app.clock.now()), ahead);
/** Nothing that was written on the menu still waits for its portions. */
const isFinished = async ({ _id }: MenuDocument) =>
  ((await MenuModel.findById(_id).lean().orFail()).fits ?? []).length === 0;

test("a server killed while it closes a date or changes numbers leaves nothing half-done", async () => {
  const closing: MenuDocument[] = [];
  const lowering: MenuDocument[] = [];
  let halfDone = 0;
  for (const [n, afterMs] of KILLED_AFTER_MS.entries()) {
    const closes = await counter.sitting({ serviceDate: dayOf(2 + n), dishes: [{ portions: PORTIONS }] });
    await Promise.all(Array.from({ length: BOOKED }, () => counter.booked(closes)));
    const { carePointId, serviceDate } = closes;
    const closure = { carePointId, serviceDate, meal: "lunch", reason: "停水" };
    await askAndKill({ menu: closes, path: "/api/meals/planning/closures", body: closure, afterMs });
    halfDone += (await accountOf(closes._id)).booked > 0 ? 1 : 0;
    closing.push(closes);
    const lowers = await counter.sitting({ serviceDate: dayOf(20 + n), dishes: [{ portions: PORTIONS }] });
    const numbers = { dishId: lowers.dishes[0]?.id ?? "", portions: 7 };
    const path = `/api/meals/counter/menus/${lowers._id}/portions`;
    await askAndKill({ menu: lowers, path, body: numbers, afterMs });
    lowering.push(lowers);
  }
  const api = await startApi(uri);
  for (const menu of [...closing, ...lowering]) await until(() => isFinished(menu));
  await api.kill();
  for (const menu of closing) {
    expect(await accountOf(menu._id)).toEqual({ free: 0, booked: 0, served: 0, noShow: 0, withdrawn: BOOKED });
  }
  // Else nothing was killed in the middle and nothing is shown.
  expect(halfDone).toBeGreaterThan(0);
  for (const menu of lowering) expect(await accountOf(menu._id)).toMatchObject({ free: 7, withdrawn: 0 });
}, 180_000);
