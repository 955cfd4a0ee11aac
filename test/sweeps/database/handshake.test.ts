import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { testDatabase, type TestDatabase } from "@test/support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe("handshake", () => {
  test("ping answers ok", async () => {
    expect(await database.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});
