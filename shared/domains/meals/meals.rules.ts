/** When a sitting can be ordered and eaten, in epoch milliseconds. */
export interface SittingTimes {
  /** Cut-off: the first millisecond at which nobody may book or cancel. */
  readonly closesAt: number;
  /** End of serving. */
  readonly servesUntil: number;
}

/** Whether a resident may still book or cancel. Screens grey the button by it; the claim repeats it in its filter. */
export const isOrderingOpen = ({ closesAt, now }: Pick<SittingTimes, "closesAt"> & { now: number }): boolean =>
  now < closesAt;

/** Walking to the care point still makes sense: serving has not ended. */
export const isStillServed = ({ servesUntil, now }: Pick<SittingTimes, "servesUntil"> & { now: number }): boolean =>
  now < servesUntil;
