import { afterAll, beforeAll, beforeEach } from "@jest/globals";
import { startApp, type TestApp } from "@test/support/app";
import { mealsClient } from "@test/support/meals";

/** Cut-off of tomorrow's lunch by default: 20:00 in Shanghai this evening. Epoch milliseconds. */
export const CUT_OFF = Date.parse("2026-11-22T12:00:00.000Z");

/** The server for the tests of one file, and its client; before each test it is noon of 22 November 2026. */
export function appAtNoon(): { readonly app: TestApp; readonly client: ReturnType<typeof mealsClient> } {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(() => app.clock.set("2026-11-22T04:00:00.000Z"));
  afterAll(() => app.close());
  return {
    get app() {
      return app;
    },
    get client() {
      return mealsClient(app);
    },
  };
}

/** What a refused request was told. */
export const refusal = ({ status, body }: { status: number; body: { error: { code: string } } }) => [
  status,
  body.error.code,
];
