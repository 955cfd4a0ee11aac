import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { PersonModel } from "@server/domains/accounts/person.model";
import { SessionModel } from "@server/domains/accounts/session.model";
import { startApp, type TestApp } from "@test/support/app";
import { planOf } from "@test/support/explain";

const PEOPLE = 2_000;
/** How long writing them may take on a busy computer. */
const WRITING_MS = 120_000;
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  const createdAt = new Date(app.clock.now());
  const numbers = Array.from({ length: PEOPLE }, (_, index) => index);
  const people = numbers.map((index) => ({
    _id: `p${index}`,
    searchKeys: [`name${index}`, `n${index}`],
    phoneIndex: `i${index}`,
    phoneTailIndex: `t${index}`,
    districtId: `d${index % 50}`,
    createdAt,
  }));
  await PersonModel.insertMany(people);
  const expiresAt = new Date(app.clock.now() + 1_000_000);
  await SessionModel.insertMany(
    numbers.map((index) => ({ _id: `s${index}`, personId: `p${index}`, kind: "staff", endsAt: expiresAt, expiresAt })),
  );
}, WRITING_MS);
afterAll(() => app.close());

test.each([
  ["a person by phone", { find: "people", filter: { phoneIndex: "i7" } }, "phone"],
  [
    "residents by name",
    { find: "people", filter: { districtId: "d7", searchKeys: { $regex: "^name7" } } },
    "name_in_district",
  ],
  [
    "residents by phone tail",
    { find: "people", filter: { districtId: "d7", phoneTailIndex: "t7" } },
    "phone_tail_in_district",
  ],
  [
    "the demo's people",
    { find: "people", filter: { "demo.order": { $exists: true } }, sort: { "demo.order": 1 } },
    "demo",
  ],
  ["a person's sessions", { find: "sessions", filter: { personId: "p7" } }, "person"],
])("%s: by its index", async (_title, command, index) => {
  const plan = await planOf(database(), command);
  expect(plan).toEqual({ scansAll: false, indexes: [index] });
});
