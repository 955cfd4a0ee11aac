import { businessDay } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";

/** The only source of "now" in the product; tests put their own in its place. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The business day in Asia/Shanghai. */
export const today = (clock: Clock): ServiceDate => businessDay(clock.now());

/** An instant as the wire writes it. */
export const toInstant = (epochMs: number): string => new Date(epochMs).toISOString();
