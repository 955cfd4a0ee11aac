import type { Clock } from "@server/core/clock";

/** A clock that stands until a test moves it. */
export interface TestClock extends Clock {
  /** Moves on by so many milliseconds. */
  advance(ms: number): void;
  /** Stands at an instant, ISO 8601. */
  set(instant: string): void;
}

/** Stands at 22 November 2026, 10:00 in Shanghai, unless told otherwise. */
export function testClock(instant = "2026-11-22T02:00:00.000Z"): TestClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (to) => {
      now = Date.parse(to);
    },
  };
}
