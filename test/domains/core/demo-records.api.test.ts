import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { demoPersonId } from "@server/demo/demo-people";
import { seedDemo } from "@server/demo/seed-demo";
import { startApp, type TestApp } from "@test/support/app";

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { isDemo: true } });
  await seedDemo(app.deps);
  // Again it is the same.
  await seedDemo(app.deps);
}, 120_000);
afterAll(() => app.close());

test("on the office's desk lies one of each, however often the demo is seeded", async () => {
  const token = await app.signInAs(demoPersonId("officer"));
  const ask = async (path: string) => {
    const { body } = await app.request.get(`/api${path}`).set("Authorization", `Bearer ${token}`);
    return body.data as Record<string, readonly { readonly name: string }[]>;
  };
  const region = "regionId=xinxiang-hongqi";
  expect((await ask(`/record-changes/office?${region}`))["changes"]).toMatchObject([
    { before: "春风社区食堂", after: "春风长者食堂" },
  ]);
  expect((await ask(`/corrections/office?${region}`))["corrections"]).toMatchObject([{ what: "hours" }]);
  expect((await ask(`/claims/office?${region}`))["claims"]).toMatchObject([
    { carePointName: "向荣社区食堂", preferredName: "小敏" },
  ]);
  const withheld = (await ask(`/office-records?${region}&show=withheld`))["records"] ?? [];
  expect(withheld.map(({ name }) => name)).toContain("向荣日间照料站");
});
