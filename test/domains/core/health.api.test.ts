import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startApp, type TestApp } from "@test/support/app";

describe("health", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test("live and ready answer well and say nothing else", async () => {
    for (const path of ["/health/live", "/health/ready"]) {
      const answer = await app.request.get(path);
      expect([answer.status, answer.body]).toEqual([200, { status: "ok" }]);
    }
  });

  test("ready turns red when an index is missing and green again when it is back", async () => {
    const { database } = await import("@server/core/db/connect");
    await database().collection("limits").dropIndex("key");
    app.clock.advance(5_000);
    expect((await app.request.get("/health/ready")).status).toBe(503);
    expect((await app.request.get("/health/live")).status).toBe(200);
    await database().collection("limits").createIndex({ key: 1 }, { name: "key", unique: true });
    app.clock.advance(5_000);
    expect((await app.request.get("/health/ready")).status).toBe(200);
  });
});
