import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildCommunity } from "@server/domains/regions/index";
import { startApp, type TestApp } from "@test/support/app";

/** Values that stand nowhere else: wherever they turn up, they came from these requests. */
const PHONE = "13987654321";
const BIRTH_DATE = "1943-07-19";
const NAME = "慕容阿婆";
/** The phone's tail as a value of its own: four digits also turn up by chance inside an id or a hash. */
const TAIL = /(?<![\w-])4321(?![\w-])/;
const log: string[] = [];
let app: TestApp;
let onSend: () => void;
const refused = new Promise<void>((settle) => (onSend = settle));

beforeAll(async () => {
  const send = () => {
    onSend();
    return Promise.reject(new Error(`gateway refused ${PHONE}`));
  };
  app = await startApp({ log, sms: { send } });
});
afterAll(() => app.close());

async function rawDatabase(): Promise<string> {
  const collections = await database().listCollections().toArray();
  const rows = await Promise.all(collections.map(({ name }) => database().collection(name).find().toArray()));
  return JSON.stringify(rows);
}

test("a phone and a birth date stand neither in the database nor in the log; the name not in the log", async () => {
  const communityId = (await buildCommunity())._id;
  const carePointId = (await buildCarePoint({ regionId: communityId }))._id;
  const memberships = [{ carePointId, role: "care_point_staff" }] as const;
  const token = await app.signInAs((await buildPerson(app.deps, { memberships, birthDate: null }))._id);
  const post = (path: string, body: object) =>
    app.request.post(`/api/accounts/${path}`).set("Authorization", `Bearer ${token}`).send(body);
  const resident = { carePointId, preferredName: NAME, birthDate: BIRTH_DATE, communityId, phone: PHONE };

  await post("residents", resident).set("Idempotency-Key", randomUUID()).expect(201);
  await post("residents", resident).set("Idempotency-Key", randomUUID()).expect(409);
  await post("residents", { ...resident, extra: PHONE })
    .set("Idempotency-Key", randomUUID())
    .expect(422);
  await post("residents/search", { carePointId, search: PHONE.slice(-4) }).expect(200);
  await post("me", { preferredName: NAME, birthDate: BIRTH_DATE, communityId }).expect(200);
  await post("login-codes/sms", { phone: PHONE }).expect(200);
  await refused;
  // The refusal is logged behind the rejected promise.
  await setImmediate();
  expect(log.join("\n")).toContain("login code not sent");

  const stored = await rawDatabase();
  expect(stored).toContain(NAME);
  for (const secret of [PHONE, BIRTH_DATE]) expect(stored).not.toContain(secret);
  expect(stored).not.toMatch(TAIL);
  const lines = log.join("\n");
  expect(lines).toContain("/accounts/residents");
  for (const secret of [PHONE, BIRTH_DATE, NAME, token]) expect(lines).not.toContain(secret);
  expect(lines).not.toMatch(TAIL);
});
