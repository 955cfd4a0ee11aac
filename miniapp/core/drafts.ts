import { forgetCopy, keepCopy, keptCopy } from "./offline-copies";
import { serverNow } from "./server-clock";

const HOUR_MS = 60 * 60 * 1000;
const BEGINNING = "draft.";

/**
 * Keeps what somebody has begun on this phone, for an hour since she last touched it and until she signs out. It lies there
 * in clear: no birth date, no phone number, no health note may be in it.
 */
export const keepDraft = (name: string, value: unknown): void =>
  keepCopy(BEGINNING + name, value, serverNow() + HOUR_MS);

/** What was begun under a name; undefined when there is nothing or an hour is over. */
export const keptDraft = (name: string): unknown => keptCopy(BEGINNING + name);

/** It was sent, or given up. */
export const forgetDraft = (name: string): void => forgetCopy(BEGINNING + name);
