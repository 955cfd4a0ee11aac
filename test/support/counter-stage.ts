import type { MenuDocument } from "@server/domains/meals/menu.model";
import type { TestApp } from "./app";
import { buildCounter, counterClient } from "./counter";
import type { SignedIn } from "./meals";

export const EVENING_BEFORE = "2026-11-22T02:00:00.000Z";
/** 11:40 of the day on which it is eaten. */
export const LUNCHTIME = "2026-11-23T03:40:00.000Z";

export const byName = (bookingId: string) => ({ kind: "by_name", bookingId, reason: "没带手机" });

/** A canteen of each test's own, the day before a lunch of ten portions. */
export interface CounterStage {
  readonly app: TestApp;
  readonly client: ReturnType<typeof counterClient>;
  readonly counter: Awaited<ReturnType<typeof buildCounter>>;
  readonly cook: SignedIn;
  readonly menu: MenuDocument;
}

/** The stage as it is the evening before; call it in `beforeEach`. */
export async function eveningBefore(app: TestApp): Promise<CounterStage> {
  app.clock.set(EVENING_BEFORE);
  const counter = await buildCounter(app);
  const menu = await counter.sitting({ dishes: [{ portions: 10 }] });
  return { app, client: counterClient(app), counter, cook: counter.cook, menu };
}

/** Lunch is served; the cook signs in anew, for sessions of the evening before may have ended. */
export async function atLunchtime(stage: CounterStage): Promise<CounterStage> {
  const { app, counter } = stage;
  app.clock.set(LUNCHTIME);
  return { ...stage, cook: { id: counter.cook.id, token: await app.signInAs(counter.cook.id) } };
}
