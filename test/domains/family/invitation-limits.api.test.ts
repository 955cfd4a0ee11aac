import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startApp, type TestApp } from "@test/support/app";
import { familyClient, otherThan } from "@test/support/family";

let app: TestApp;
let client: ReturnType<typeof familyClient>;
beforeAll(async () => {
  app = await startApp({ limits: { secret: { points: 5, seconds: 900 }, credential: { points: 14, seconds: 900 } } });
  client = familyClient(app);
});
afterAll(() => app.close());

describe("guessing a code", () => {
  test("five wrong ones in a quarter of an hour, then the right one waits too; others do not", async () => {
    const [elder, guesser, daughter] = [await client.elder(), await client.daughter(), await client.daughter()];
    const code = await client.codeOf(elder);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      statuses.push((await client.accept(guesser, otherThan(code))).status);
    }
    expect(statuses).toEqual([409, 409, 409, 409, 409]);
    const right = await client.accept(guesser, code);
    expect([right.status, right.body.error.code]).toEqual([429, "slow_down"]);
    expect(Number(right.headers["retry-after"])).toBeGreaterThan(0);
    expect((await client.accept(daughter, code)).status).toBe(200);
  });

  test("a right one forgives the wrong ones before it", async () => {
    const daughter = await client.daughter();
    const statuses: number[] = [];
    for (const _ of [1, 2]) {
      const code = await client.codeOf(await client.elder());
      for (const typed of [otherThan(code), otherThan(code), code]) {
        statuses.push((await client.accept(daughter, typed)).status);
      }
    }
    expect(statuses).toEqual([409, 409, 200, 409, 409, 200]);
  });

  test("many people from one address run into its wall", async () => {
    const code = await client.codeOf(await client.elder());
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      statuses.push((await client.accept(await client.daughter(), otherThan(code))).status);
    }
    expect(statuses).toEqual([409, 429, 429]);
  });
});
