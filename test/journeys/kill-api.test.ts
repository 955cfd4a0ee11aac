import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { bookingIdOf } from "@server/core/units/request-key";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApi, type ApiProcess } from "@test/support/api-process";
import { startApp, type TestApp } from "@test/support/app";
import { testClock } from "@test/support/clock";
import { httpClient, type HttpAnswer, type HttpClient } from "@test/support/listening";
import { mealsClient, wishFor, type SignedIn } from "@test/support/meals";

const ELDERS = 400;
const PORTIONS = 200;
const CLIENTS = 25;
/** The server is killed when so many answers have arrived: always in the middle of other requests. */
const KILLED_AFTER_ANSWERS = [30, 110, 190, 270, 350];

let app: TestApp;
let uri: string;
let menu: MenuDocument;
let elders: readonly SignedIn[];
let running: Promise<{ api: ApiProcess; http: HttpClient }>;

beforeAll(async () => {
  // The server under test has the computer's clock, so sessions and sitting are made by it too.
  app = await startApp({ clock: testClock(new Date().toISOString()) });
  const address = new URL(process.env["TEST_MONGODB_URI"] ?? "");
  address.pathname = `/${database().databaseName}`;
  uri = address.href;
  const tomorrow = app.clock.now() + 86_400_000;
  menu = await buildMenu(app, { closesAt: tomorrow, dishes: [{ portions: PORTIONS }] });
  const client = mealsClient(app);
  elders = await Promise.all(Array.from({ length: ELDERS }, () => client.elder()));
  running = start();
}, 60_000);
afterAll(async () => {
  const { api, http } = await running;
  http.close();
  await api.kill();
  await app.close();
});

async function start() {
  const api = await startApi(uri);
  return { api, http: httpClient({ port: api.port, sockets: CLIENTS }) };
}

let answers = 0;
let kills = 0;

/** Counts an answer, and at its turn kills the server and starts the next one. */
function countAnswer(): void {
  answers += 1;
  if (answers !== KILLED_AFTER_ANSWERS[kills]) return;
  kills += 1;
  const killed = running;
  running = killed.then(async ({ api, http }) => {
    await api.kill();
    http.close();
    return start();
  });
}

interface Sent {
  readonly elder: SignedIn;
  readonly key: string;
  /** Null when the connection broke and the client gave up: nobody knows. */
  readonly booked: HttpAnswer | null;
  /** Undefined where nothing was cancelled. */
  readonly cancelled?: HttpAnswer | null;
}

interface Attempt {
  readonly elder: SignedIn;
  readonly key: string;
  readonly path: string;
  readonly body: object;
  readonly isPatient: boolean;
}

/** One request; a patient client repeats it under the same key when the connection breaks, another gives up. */
async function send({ isPatient, elder, ...call }: Attempt): Promise<HttpAnswer | null> {
  for (;;) {
    const { http } = await running;
    try {
      const answer = await http.post({ ...call, token: elder.token });
      countAnswer();
      return answer;
    } catch {
      if (!isPatient) return null;
    }
  }
}

async function visit(elder: SignedIn, n: number): Promise<Sent> {
  const key = `key-of-this-visit-${n}`;
  const isPatient = n % 2 === 0;
  const body = wishFor(elder, menu);
  const booked = await send({ elder, key, path: "/api/meals/bookings", body, isPatient });
  if (booked?.status !== 201 || n % 4 > 1) return { elder, key, booked };
  const path = `/api/meals/bookings/${bookingIdOf({ actorId: elder.id, key })}/cancel`;
  return { elder, key, booked, cancelled: await send({ elder, key, path, body: {}, isPatient }) };
}

async function visitAll(): Promise<Sent[]> {
  const sent: Sent[] = [];
  const waiting = elders.entries();
  const client = async () => {
    for (const [n, elder] of waiting) sent.push(await visit(elder, n));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return sent;
}

/** What the database says of a key, past the program. */
async function standingOf({ elder, key }: Sent): Promise<"held" | "ended" | "refused" | "unknown"> {
  const id = bookingIdOf({ actorId: elder.id, key });
  const carriers = await PortionModel.find({ keys: id }).lean();
  expect(carriers.length).toBeLessThanOrEqual(1);
  const [carrier] = carriers;
  if (!carrier) return "unknown";
  if (carrier.kind === "refusal") return "refused";
  return carrier.bookingId === id ? "held" : "ended";
}

/** What must be found after what was answered; several where the last answer was lost. */
function allowedFor({ booked, cancelled }: Sent): readonly string[] {
  if (!booked) return ["held", "refused", "unknown"];
  if (booked.status !== 201) return ["refused"];
  if (cancelled === undefined) return ["held"];
  return cancelled ? ["ended"] : ["held", "ended"];
}

test("R-B4, R-B5, R-B6: kill -9 of the server under load loses no yes, holds no no, leaks no portion", async () => {
  const sent = await visitAll();
  expect(kills).toBe(KILLED_AFTER_ANSWERS.length);
  const statuses = sent.flatMap(({ booked, cancelled }) => [booked?.status, cancelled?.status]);
  expect([...new Set(statuses)].filter((status) => status !== undefined && ![200, 201, 409].includes(status))).toEqual(
    [],
  );
  expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(PORTIONS / 2);
  for (const one of sent) {
    expect({ allowed: allowedFor(one), isFound: allowedFor(one).includes(await standingOf(one)) }).toMatchObject({
      isFound: true,
    });
  }
  const documents = await PortionModel.find({ sitting: menu._id }).lean();
  const portions = documents.filter(({ kind }) => kind === undefined);
  const held = portions.filter(({ active }) => active === true);
  expect(portions).toHaveLength(PORTIONS);
  expect(new Set(held.map(({ elder }) => elder)).size).toBe(held.length);
  const free = portions.filter(
    ({ active, bookingId, elder }) => !active && bookingId === undefined && elder === undefined,
  );
  expect(free.length + held.length).toBe(PORTIONS);
  console.log(`${kills} kills, ${sent.filter(({ booked }) => !booked).length} lost replies, ${held.length} held`);
}, 180_000);
