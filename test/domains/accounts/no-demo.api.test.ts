import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { startApp, type TestApp } from "@test/support/app";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { isDemo: false } });
});
afterAll(() => app.close());

test("outside the demo nobody is listed and nobody comes in without a credential", async () => {
  const { _id: personId } = await buildPerson(app.deps, { demo: { order: 1, description: "left over" } });
  expect((await app.request.get("/api/accounts/demo-people").expect(200)).body.data).toEqual({ people: [] });
  const { body } = await app.request.post("/api/accounts/sign-in/demo").send({ personId }).expect(404);
  expect(body.error.code).toBe("not_found");
});

test("without a message service the screen hears that none can be sent", async () => {
  const { body } = await app.request.post("/api/accounts/login-codes/sms").send({ phone: "13800138000" }).expect(503);
  expect(body.error.code).toBe("sms_unavailable");
});
