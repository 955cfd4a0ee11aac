import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { today } from "@server/core/clock";
import { database } from "@server/core/db/connect";
import { startApp, type TestApp } from "@test/support/app";
import { commandsDuring } from "@test/support/commands";
import { planOf } from "@test/support/explain";
import { networkPaths, type NetworkPaths } from "../../bench/network-paths";
import { seedNetwork } from "../../bench/seed-network";

let app: TestApp;
let paths: NetworkPaths;

beforeAll(async () => {
  app = await startApp();
  // Lunch time: three filters leave some.
  app.clock.set("2026-11-23T04:00:00.000Z");
  paths = networkPaths(await seedNetwork({ communities: 50, carePoints: 200 }, today(app.clock)));
}, 60_000);
afterAll(() => app.close());

const KILOBYTE = 1_024;
const asked = [
  ["nearest", 1, 6 * KILOBYTE],
  // The places of the name, then the nearest of them.
  ["search", 2, 6 * KILOBYTE],
  ["map", 1, 24 * KILOBYTE],
  ["wideMap", 1, 24 * KILOBYTE],
] as const;

test.each(asked)(
  "a hundredth of the measured network: %s is so many commands by an index (%i), small, and not sent twice",
  async (name, commands, most) => {
    const first = await app.request.get(paths[name]).expect(200);
    expect(gzipSync(first.text).length).toBeLessThanOrEqual(most);
    const sent = await commandsDuring(async () => {
      await app.request.get(paths[name]).set("If-None-Match", String(first.headers["etag"])).expect(304);
    });
    expect(sent.map(({ collection }) => collection)).toEqual(Array(commands).fill("care_points"));
    for (const { command } of sent) {
      const { aggregate, pipeline, find, filter } = command;
      const plan = await planOf(database(), aggregate ? { aggregate, pipeline, cursor: {} } : { find, filter });
      expect(plan).toMatchObject({ scansAll: false, indexes: [expect.any(String)] });
    }
  },
);

test("the questions have answers: three filters leave some, and the map is not empty", async () => {
  const count = async (path: string) => (await app.request.get(path).expect(200)).body.data;
  expect((await count(paths.nearest)).carePoints).toHaveLength(20);
  expect((await count(paths.search)).carePoints).toHaveLength(20);
  expect((await count(paths.wideMap)).total).toBeGreaterThan(0);
});
