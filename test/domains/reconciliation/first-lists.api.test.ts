import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { fetchProvinceFigures } from "@server/domains/reconciliation/fetch-province-figures";
import { startApp, type TestApp } from "@test/support/app";
import { buildCareHome } from "@test/support/care-home";
import { manyFacilities, startPlatformFake, type PlatformFake } from "@test/support/province-platform-fake";

const CITY = "xinxiang";

let fake: PlatformFake;
let app: TestApp;
let token: string;
beforeAll(async () => {
  fake = await startPlatformFake(manyFacilities(25));
  app = await startApp({ env: { provincePlatform: { url: fake.url, token: fake.token }, regionPacks: [CITY] } });
  token = await app.signInAs((await buildPerson(app.deps, { offices: [{ regionId: CITY }] }))._id);
  await buildCareHome({ name: "夕阳红养老院", beds: 20 });
  await fetchProvinceFigures(app.deps, { pausesMs: [], withinMs: 2_000 });
});
afterAll(async () => {
  await app.close();
  await fake.stop();
});

const get = async (path: string, query: object) =>
  (await app.request.get(`/api/reconciliation${path}`).query(query).auth(token, { type: "bearer" }).expect(200)).body
    .data;

test.each([
  ["a county", "xinxiang-hongqi"],
  ["the city", CITY],
])("the figures of %s bring the first page of both lists, and one goes on from there", async (_where, regionId) => {
  const { unmatched } = (await get("", { regionId })).figures;
  for (const side of ["theirs", "ours"]) {
    expect(unmatched[side]).toEqual(await get("/unmatched", { regionId, side }));
  }
  expect([unmatched.theirs.facilities.length, unmatched.ours.facilities.length]).toEqual([20, 1]);
  const next = await get("/unmatched", { regionId, side: "theirs", cursor: unmatched.theirs.nextCursor });
  expect(next.facilities).toHaveLength(5);
});
